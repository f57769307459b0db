package io.slipway.local;

import io.slipway.local.apply.Apply;
import io.slipway.local.edge.Edge;
import io.slipway.local.edge.Login;
import io.slipway.local.edge.Unreachable;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "apply",
    description = {
      "Makes blueprints, teams, users, entities and actions as files say they should be, and prints",
      "the difference first. Done again, it changes nothing. See docs/reference/apply.md."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:It is as the files say.",
      "1:With --dry-run: there is a difference.",
      "2:Something is wrong with a file or an option, or was refused; each is named."
    })
final class ApplyCommand implements Callable<Integer> {

  @Mixin private SuiteOptions options = new SuiteOptions();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE|DIR",
      required = true,
      description = "YAML or JSON; of a folder, every such file in it. May be repeated.")
  private List<Path> files = List.of();

  @Option(names = "--dry-run", description = "Print the difference and change nothing.")
  private boolean dryRun;

  @ArgGroup(exclusive = false, heading = "%nAnother suite than the one of the data directory:%n")
  private @Nullable Elsewhere elsewhere;

  /** Secrets are better given by the environment, where no list of processes shows them. */
  static final class Elsewhere {
    @Option(names = "--url", required = true, paramLabel = "URL", description = "Its address.")
    private String url = "";

    @Option(
        names = "--client-id",
        paramLabel = "ID",
        defaultValue = "${env:SLIPWAY_CLIENT_ID}",
        description = "Or SLIPWAY_CLIENT_ID in the environment.")
    private @Nullable String clientId;

    @Option(
        names = "--client-secret",
        paramLabel = "SECRET",
        defaultValue = "${env:SLIPWAY_CLIENT_SECRET}",
        description = "Or SLIPWAY_CLIENT_SECRET in the environment.")
    private @Nullable String clientSecret;
  }

  @Override
  public Integer call() {
    try (var edge = new Edge(url())) {
      var output = new Apply.Output(System.out, System.err, true);
      return Apply.run(files, dryRun, edge, login().token(edge), output);
    } catch (Complaint | Unreachable failure) {
      System.err.println("error: " + failure.getMessage());
      return Apply.TROUBLE;
    }
  }

  private String url() {
    return elsewhere == null
        ? RunningSuite.of(options).credentials().apiUrl()
        : elsewhere.url.replaceAll("/+$", "");
  }

  private Login login() {
    if (elsewhere == null) {
      return Login.of(RunningSuite.of(options).credentials());
    }
    if (elsewhere.clientId == null || elsewhere.clientSecret == null) {
      throw new Complaint(
          "With --url, give --client-id and --client-secret, or SLIPWAY_CLIENT_ID and"
              + " SLIPWAY_CLIENT_SECRET in the environment.");
    }
    return new Login(elsewhere.clientId, elsewhere.clientSecret);
  }
}
