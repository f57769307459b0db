package io.slipway.local;

import io.slipway.local.state.DataDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which suite is meant; every command that speaks to one takes these. */
public final class SuiteOptions {

  private static final int PORT = 8080;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".slipway",
      description = "The folder that holds all state (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(".slipway");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port of the edge (default: " + PORT + ").")
  private @Nullable Integer port;

  public DataDirectory data() {
    return new DataDirectory(data);
  }

  public int port() {
    return port == null ? PORT : port;
  }

  /** Whether a port was named; a running suite is found without one. */
  public boolean namesPort() {
    return port != null;
  }
}
