package io.slipway.notifier.channel.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.notifier.channel.Answer;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Envelope;
import io.slipway.notifier.channel.Letter;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

class FileMailerTest {
  private static final Envelope ENVELOPE =
      new Envelope("d1", "org_1", "r_1", Instant.parse("2026-03-01T09:00:00.123Z"));
  private static final Channel.Email EMAIL =
      new Channel.Email("ann@x", new Letter("Hello", "text", "<p>html</p>"));

  @TempDir private Path folder;

  @Test
  void writesALetterThatMailProgramsRead() throws Exception {
    var answer = mailer(folder.resolve("made/on/demand")).send(ENVELOPE, EMAIL).block();

    assertThat(answer).isEqualTo(new Answer.Accepted());
    var file = files(folder.resolve("made/on/demand")).getFirst();
    assertThat(file.getFileName().toString()).isEqualTo("20260301T090000.123Z-d1.eml");
    try (var in = Files.newInputStream(file)) {
      var message = new MimeMessage(null, in);
      assertThat(message.getSubject()).isEqualTo("Hello");
      assertThat(message.getMessageID()).isEqualTo("<d1@slipway>");
      assertThat(message.getAllRecipients()[0].toString()).isEqualTo("ann@x");
    }
  }

  @Test
  void aLetterThatIsWrittenAgainReplacesItself() throws IOException {
    var mailer = mailer(folder);

    mailer.send(ENVELOPE, EMAIL).block();
    mailer.send(ENVELOPE, EMAIL).block();

    assertThat(files(folder)).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeWrittenIsTriedAgain() throws IOException {
    var file = Files.writeString(folder.resolve("a-file"), "");

    assertThat(mailer(file).send(ENVELOPE, EMAIL).block()).isInstanceOf(Answer.Failed.class);
  }

  private static FileMailer mailer(Path folder) {
    return new FileMailer(folder, "s@x", Schedulers.immediate());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
