package io.slipway.notifier.channel.smtp;

import io.slipway.notifier.channel.Answer;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Envelope;
import io.slipway.notifier.channel.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Writes letters into a folder, for whoever runs Slipway without a mail server. A file appears
 * whole or not at all, and one that is written again replaces itself.
 */
final class FileMailer implements Mailer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path directory;
  private final String from;
  private final Scheduler threads;

  FileMailer(Path directory, String from, Scheduler threads) {
    this.directory = directory;
    this.from = from;
    this.threads = threads;
  }

  @Override
  public Mono<Answer> send(Envelope envelope, Channel.Email email) {
    return Mono.fromCallable(() -> attempt(envelope, email)).subscribeOn(threads);
  }

  private Answer attempt(Envelope envelope, Channel.Email email) {
    try {
      var letter = MimeLetters.write(from, envelope, email);
      var name = TIME.format(envelope.at()) + "-" + envelope.id();
      Files.createDirectories(directory);
      var draft = directory.resolve("." + name + ".draft");
      try (var out = Files.newOutputStream(draft)) {
        letter.writeTo(out);
      }
      Files.move(
          draft,
          directory.resolve(name + ".eml"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return new Answer.Accepted();
    } catch (AddressException failure) {
      return new Answer.Refused("the address is not an e-mail address");
    } catch (IOException | MessagingException failure) {
      return new Answer.Failed("the letter was not written: " + failure.getClass().getSimpleName());
    }
  }
}
