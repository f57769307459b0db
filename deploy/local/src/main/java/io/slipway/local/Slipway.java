package io.slipway.local;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Slipway. The script {@code ./slipway} builds it and comes here. */
@Command(
    name = "slipway",
    description = "A self-hosted engine for developer self-service.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {UpCommand.class, DownCommand.class, OrgCommand.class, TrainCommand.class})
public final class Slipway {

  private Slipway() {}

  public static void main(String[] args) {
    System.setProperty("logback.configurationFile", "slipway-cli-logback.xml");
    var line =
        new CommandLine(new Slipway())
            .setExecutionExceptionHandler((failure, _, _) -> explain(failure));
    System.exit(line.execute(args));
  }

  private static int explain(Exception failure) {
    if (failure instanceof Complaint || System.getenv("SLIPWAY_DEBUG") == null) {
      System.err.println(
          "slipway: " + Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
    } else {
      failure.printStackTrace();
    }
    return 1;
  }
}
