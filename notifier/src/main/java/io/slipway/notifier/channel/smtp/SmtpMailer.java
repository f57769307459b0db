package io.slipway.notifier.channel.smtp;

import io.slipway.notifier.channel.Answer;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Envelope;
import io.slipway.notifier.channel.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hands letters to a mail server. */
final class SmtpMailer implements Mailer {
  private static final int PERMANENT = 500;

  private final JavaMailSender server;
  private final String from;
  private final Scheduler threads;

  SmtpMailer(JavaMailSender server, String from, Scheduler threads) {
    this.server = server;
    this.from = from;
    this.threads = threads;
  }

  @Override
  public Mono<Answer> send(Envelope envelope, Channel.Email email) {
    return Mono.fromCallable(() -> attempt(envelope, email)).subscribeOn(threads);
  }

  private Answer attempt(Envelope envelope, Channel.Email email) {
    try {
      server.send(MimeLetters.write(from, envelope, email));
      return new Answer.Accepted();
    } catch (AddressException failure) {
      return new Answer.Refused("the address is not an e-mail address");
    } catch (MailSendException failure) {
      for (var each : failure.getMessageExceptions()) {
        var code = permanentCode(each);
        if (code != null) {
          return new Answer.Refused("the mail server refused it for good: " + code);
        }
      }
      return new Answer.Failed("the mail server did not take it: " + kind(failure));
    } catch (MessagingException | RuntimeException failure) {
      return new Answer.Failed("the letter could not be handed over: " + kind(failure));
    }
  }

  /** The reply code by which a server says that trying again is in vain, or null. */
  private static @Nullable Integer permanentCode(Exception failure) {
    Exception each = failure;
    while (each != null) {
      int code =
          switch (each) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> 0;
          };
      if (code >= PERMANENT) {
        return code;
      }
      each = each instanceof MessagingException chained ? chained.getNextException() : null;
    }
    return null;
  }

  /** The class of the innermost cause: texts of mail servers may repeat what they were sent. */
  private static String kind(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }
}
