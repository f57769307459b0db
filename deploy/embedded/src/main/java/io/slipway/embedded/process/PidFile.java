package io.slipway.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers a process beyond the life of the JVM that started it: its pid, and when it started, so
 * that a stranger who was given the same pid later is left alone.
 */
public record PidFile(Path file) {

  private static final String SUFFIX = ".pid";
  private static final Duration GRACE = Duration.ofSeconds(10);

  /**
   * The operating system tells start times with a clock that may since have been set by a little.
   */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  static PidFile of(Launch launch) {
    return new PidFile(launch.log().toAbsolutePath().resolveSibling(launch.name() + SUFFIX));
  }

  /**
   * The files in a data directory and one folder down. Other files there may come and go meanwhile,
   * and are not looked at.
   */
  public static List<PidFile> under(Path root) {
    var found = new ArrayList<PidFile>();
    try {
      collect(root, found);
      try (var folders = Files.newDirectoryStream(root, Files::isDirectory)) {
        for (var folder : folders) {
          collect(folder, found);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new IllegalStateException("the folder " + root + " could not be read", e);
    }
    return found;
  }

  private static void collect(Path folder, List<PidFile> found) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      files.forEach(file -> found.add(new PidFile(file)));
    } catch (NoSuchFileException gone) {
      // a folder that came and went holds no process
    }
  }

  /** The name of the process. */
  public String name() {
    var name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  public void write(ProcessHandle process) {
    var started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(fresh, process.pid() + " " + started + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process that was written here, if it is still alive. */
  public Optional<ProcessHandle> process() {
    try {
      var fields = Files.readString(file).strip().split(" ");
      var started = Instant.ofEpochMilli(Long.parseLong(fields[1]));
      return ProcessHandle.of(Long.parseLong(fields[0]))
          .filter(
              handle ->
                  handle
                      .info()
                      .startInstant()
                      .map(at -> Duration.between(at, started).abs().compareTo(TOLERANCE) < 0)
                      .orElse(false));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Ends that process, asking first; says whether there was one. */
  public boolean endWhatIsLeft() {
    var left = process();
    left.ifPresent(PidFile::end);
    return left.isPresent();
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    if (!ended(process)) {
      process.destroyForcibly();
      ended(process);
    }
  }

  private static boolean ended(ProcessHandle process) {
    try {
      process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException deaf) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
