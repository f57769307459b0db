package io.slipway.embedded.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start, and how it wants to be asked to stop.
 *
 * @param environment added to the environment of this process; the place for passwords, which
 *     command lines show to everybody
 * @param log standard output and error are appended here; the pid is kept beside it, see {@link
 *     PidFile}
 */
public record Launch(
    String name, List<String> command, Map<String, String> environment, Path log, StopSignal stop) {

  /** The signal a program understands as "finish what is in flight and end". */
  public enum StopSignal {
    TERM,
    INT
  }

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** A program that ends decently on SIGTERM, as every JVM does. */
  public static Launch of(String name, List<String> command, Path log) {
    return new Launch(name, command, Map.of(), log, StopSignal.TERM);
  }

  public Launch with(Map<String, String> more) {
    return new Launch(name, command, more, log, stop);
  }

  public Launch stoppedBy(StopSignal signal) {
    return new Launch(name, command, environment, log, signal);
  }
}
