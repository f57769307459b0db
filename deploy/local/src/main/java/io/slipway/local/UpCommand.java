package io.slipway.local;

import io.slipway.local.suite.Progress;
import io.slipway.local.suite.Smtp;
import io.slipway.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    description = "Starts the whole suite and stays in the foreground; Ctrl-C ends it.")
final class UpCommand implements Callable<Integer> {

  @Mixin private SuiteOptions options = new SuiteOptions();

  @Option(
      names = "--smtp-host",
      paramLabel = "HOST",
      description = "Send mails there; without it they are kept as files.")
  private @Nullable String smtpHost;

  @Option(names = "--smtp-port", paramLabel = "N", defaultValue = "25", description = "Its port.")
  private int smtpPort = 25;

  @Option(names = "--smtp-user", paramLabel = "NAME", description = "Who to sign in as there.")
  private @Nullable String smtpUser;

  @Option(
      names = "--smtp-password-file",
      paramLabel = "FILE",
      description = "A file with the password.")
  private @Nullable Path smtpPassword;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      defaultValue = "slipway@localhost",
      description = "The sender of mails (default: ${DEFAULT-VALUE}).")
  private String mailFrom = "slipway@localhost";

  @Option(
      names = "--without-services",
      description = "Start only PostgreSQL, broker and registry, to work on a service.")
  private boolean withoutServices;

  @Override
  public Integer call() throws Exception {
    var data = options.data();
    var progress = new Progress(System.out);
    var plan = new Suite.Plan(options.port(), smtp(), !withoutServices);
    try (var _ = UsedSuite.started(data, plan, progress)) {
      if (plan.services() && plan.smtp() == null) {
        progress.print(
            "No SMTP server is configured: each mail is kept as a file in " + data.mail());
      }
      progress.print(
          "Slipway is ready: http://127.0.0.1:%d (after %s; credentials in %s; Ctrl-C ends it)"
              .formatted(options.port(), progress.elapsed(), data.credentials()));
      Thread.currentThread().join();
    }
    return 0;
  }

  private @Nullable Smtp smtp() throws IOException {
    if (smtpHost == null) {
      return null;
    }
    var password = smtpPassword == null ? null : Files.readString(smtpPassword).strip();
    return new Smtp(smtpHost, smtpPort, smtpUser, password, mailFrom);
  }
}
