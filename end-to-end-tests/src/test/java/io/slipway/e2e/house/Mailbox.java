package io.slipway.e2e.house;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A person's mailbox at the tests' SMTP server. */
public final class Mailbox {
  private Mailbox() {}

  /** All mails to an address. */
  public static List<MimeMessage> of(SuiteUnderTest suite, String email) {
    return suite.mail().received().stream().filter(mail -> isTo(mail, email)).toList();
  }

  /** How many different mails an address got about each thread of mails, which is a run. */
  public static Map<String, Integer> threads(SuiteUnderTest suite, String email) {
    return of(suite, email).stream()
        .collect(
            Collectors.groupingBy(
                mail -> header(mail, "In-Reply-To"),
                Collectors.collectingAndThen(
                    Collectors.mapping(mail -> header(mail, "Message-ID"), Collectors.toSet()),
                    Set::size)));
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return String.join(",", mail.getHeader(name));
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static boolean isTo(MimeMessage mail, String email) {
    try {
      return Arrays.toString(mail.getAllRecipients()).contains(email);
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
