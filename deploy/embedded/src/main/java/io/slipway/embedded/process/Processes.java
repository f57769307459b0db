package io.slipway.embedded.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts processes on a leash: each has a watcher that ends it when this JVM is gone, however it
 * went.
 *
 * <p>The leash is a shell that holds the read end of a pipe whose write end only this JVM holds.
 * When the JVM dies, even by {@code kill -9}, the pipe breaks and the watcher asks the process to
 * stop, then insists. The shell then becomes the program ({@code exec}), so its pid is the
 * program's own. {@code setsid} keeps a Ctrl-C in the terminal from reaching the program directly:
 * whoever started it decides the order in which things end.
 */
public final class Processes {

  private static final String LEASH =
      """
      signal=$1; shift
      exec 3<&0
      (
        trap '' INT HUP TERM
        cat <&3 >/dev/null 2>&1
        kill -s "$signal" $$ 2>/dev/null || exit 0
        for _ in 1 2 3 4 5 6 7 8 9 10; do
          sleep 1
          kill -0 $$ 2>/dev/null || exit 0
        done
        kill -s KILL $$ 2>/dev/null
      ) &
      exec 3<&- </dev/null
      trap '' INT HUP
      if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
      exec "$@"
      """;

  private static final long LOG_LIMIT = 64L << 20;

  private Processes() {}

  /** Starts it and returns at once; {@link ManagedProcess#awaitReady} waits. */
  public static ManagedProcess start(Launch launch) {
    var command = new ArrayList<>(List.of("/bin/sh", "-c", LEASH, "slipway-" + launch.name()));
    command.add(launch.stop().name());
    command.addAll(launch.command());
    try {
      var log = launch.log().toAbsolutePath();
      Files.createDirectories(log.getParent());
      if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      var builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(launch.environment());
      var pidFile = PidFile.of(launch);
      pidFile.endWhatIsLeft();
      var process = builder.start();
      pidFile.write(process.toHandle());
      return new ManagedProcess(launch, process);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not start " + launch.name(), e);
    }
  }

  /** The {@code java} that runs this JVM. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Joins entries the way {@code java -cp} wants them. */
  public static String classPath(List<Path> entries) {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  /** Sends a signal by name, as {@code kill -s} does; a process that is gone is not an error. */
  static void signal(long pid, String name) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "kill", name, Long.toString(pid))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
