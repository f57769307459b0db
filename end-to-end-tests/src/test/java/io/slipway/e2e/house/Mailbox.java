package io.slipway.e2e.house;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A person's mailbox at the tests' SMTP server. */
public final class Mailbox {
  private Mailbox() {}

  /** All mails to an address. */
  public static List<MimeMessage> of(SuiteUnderTest suite, String email) {
    return Arrays.stream(suite.mail().getReceivedMessages())
        .filter(mail -> isTo(mail, email))
        .toList();
  }

  private static boolean isTo(MimeMessage mail, String email) {
    try {
      return Arrays.toString(mail.getAllRecipients()).contains(email);
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
