package io.slipway.notifier.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Envelope;
import io.slipway.notifier.channel.Letter;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MimeLettersTest {
  private static final Envelope ENVELOPE =
      new Envelope("d1", "org_1", "r_1", Instant.parse("2026-03-01T09:00:00Z"));

  @Test
  void isTheSameMessageHoweverOftenItIsWritten() throws Exception {
    var message = MimeLetters.write("Slipway <s@x>", ENVELOPE, letterTo("ann@x"));
    message.saveChanges();

    assertThat(message.getMessageID()).isEqualTo("<d1@slipway>");
    assertThat(message.getHeader("References", null)).isEqualTo("<r_1@slipway>");
    assertThat(message.getSentDate().toInstant()).isEqualTo(ENVELOPE.at());
    assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
  }

  @Test
  void carriesTextAndHtmlAsAlternatives() throws Exception {
    var message = MimeLetters.write("s@x", ENVELOPE, letterTo("ann@x"));

    var parts = (MimeMultipart) message.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(message.getSubject()).isEqualTo("Größe · ☃");
  }

  @Test
  void refusesWhatIsNoAddress() {
    assertThatThrownBy(() -> MimeLetters.write("s@x", ENVELOPE, letterTo("ann@x\r\nBcc: b@x")))
        .isInstanceOf(AddressException.class);
    assertThatThrownBy(() -> MimeLetters.write("s@x", ENVELOPE, letterTo("not an address")))
        .isInstanceOf(AddressException.class);
  }

  private static Channel.Email letterTo(String address) {
    return new Channel.Email(address, new Letter("Größe · ☃", "Grüße", "<p>Grüße</p>"));
  }
}
