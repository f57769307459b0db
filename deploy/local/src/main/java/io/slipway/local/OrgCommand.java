package io.slipway.local;

import io.slipway.local.edge.Organizations.Wish;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "org",
    description = "Works with organisations of a running suite.",
    subcommands = OrgCommand.Create.class)
final class OrgCommand {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private OrgCommand() {}

  @Command(
      name = "create",
      description = "Makes an organisation and prints what credentials.json has for the first.")
  static final class Create implements Callable<Integer> {

    @Mixin private SuiteOptions options = new SuiteOptions();

    @Parameters(paramLabel = "ID", description = "Its id: letters, digits, underscore and hyphen.")
    private String id = "";

    @Option(names = "--admin-email", paramLabel = "EMAIL", description = "Its Admin.")
    private @Nullable String adminEmail;

    @Override
    public Integer call() {
      var organizations = RunningSuite.of(options).organizations();
      var usual = Wish.of(id);
      var wish =
          adminEmail == null
              ? usual
              : new Wish(id, usual.name(), adminEmail, usual.adminPassword(), false);
      var credentials = organizations.create(wish);
      organizations.awaitActive(id, PATIENCE);
      System.out.println(credentials.json());
      return 0;
    }
  }
}
