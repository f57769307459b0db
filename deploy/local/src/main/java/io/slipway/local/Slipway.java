package io.slipway.local;

import io.slipway.embedded.process.StartFailed;
import io.slipway.local.edge.Unreachable;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The command line of Slipway. The script {@code ./slipway} builds it and comes here. */
@Command(
    name = "slipway",
    description = "A self-hosted engine for developer self-service.",
    mixinStandardHelpOptions = true,
    versionProvider = Slipway.Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    footer = "%nThe script itself knows: build, test [MAVEN OPTIONS], fmt.",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      OrgCommand.class,
      ApplyCommand.class,
      DemoCommand.class,
      BenchCommand.class,
      ChaosCommand.class,
      RedriveCommand.class,
      TrainCommand.class
    })
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
    switch (failure) {
      case Complaint _, StartFailed _, Unreachable _ ->
          System.err.println("slipway: " + failure.getMessage());
      default -> failure.printStackTrace();
    }
    return 1;
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      var built = Slipway.class.getPackage().getImplementationVersion();
      return new String[] {"Slipway " + Objects.requireNonNullElse(built, "(not packaged)")};
    }
  }
}
