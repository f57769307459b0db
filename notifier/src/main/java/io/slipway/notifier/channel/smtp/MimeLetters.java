package io.slipway.notifier.channel.smtp;

import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Envelope;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/**
 * Writes letters as MIME: text and HTML as alternatives. Identity, date and thread follow from the
 * envelope, so each attempt is the same message to whoever receives it twice.
 */
final class MimeLetters {
  private static final Session NO_SESSION = Session.getInstance(new Properties());
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private MimeLetters() {}

  /**
   * The message.
   *
   * @throws MessagingException when an address is none
   */
  static MimeMessage write(String from, Envelope envelope, Channel.Email email)
      throws MessagingException {
    var letter = email.letter();
    var message = new IdentifiedMessage("<" + envelope.id() + "@slipway>");
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(email.address(), true));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(envelope.at()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("References", "<" + envelope.runId() + "@slipway>");
    message.setHeader("In-Reply-To", "<" + envelope.runId() + "@slipway>");
    var alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(part(letter.text(), "plain"));
    alternatives.addBodyPart(part(letter.html(), "html"));
    message.setContent(alternatives);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  /** A message that is not given a new identity each time it is saved. */
  private static final class IdentifiedMessage extends MimeMessage {
    private final String id;

    IdentifiedMessage(String id) {
      super(NO_SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
