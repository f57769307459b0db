package io.slipway.notifier.channel.smtp;

import io.slipway.notifier.channel.Mailer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Chooses between a mail server and files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailWiring {
  private static final int MOST_WAITING = 1_000;

  /** Sending blocks, so it has threads of its own. */
  @Bean(destroyMethod = "dispose")
  Scheduler mailThreads(MailSettings settings) {
    return Schedulers.newBoundedElastic(settings.threads(), MOST_WAITING, "mail");
  }

  @Bean
  Mailer mailer(ObjectProvider<JavaMailSender> smtp, MailSettings settings, Scheduler mailThreads) {
    var server = smtp.getIfAvailable();
    if (server != null) {
      return new SmtpMailer(server, settings.from(), mailThreads);
    }
    var directory = settings.directory();
    if (directory == null) {
      throw new IllegalStateException(
          "E-mail goes nowhere: set spring.mail.host to a mail server, "
              + "or slipway.mail.directory to a folder for letters");
    }
    return new FileMailer(directory, settings.from(), mailThreads);
  }
}
