package io.slipway.bench.suite;

import io.slipway.embedded.process.PidFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The processes of a local suite, found by the pid files in its data directory.
 *
 * <p>A pid alone proves nothing: the process must have started when the file says, be a child of
 * the {@code up} that holds the directory, and name the directory in its command line. Whatever
 * fails one of the three is a stranger, and is left alone.
 */
public record SuiteProcesses(Path data) {

  private static final String HOLDER = "up";

  public SuiteProcesses {
    data = data.toAbsolutePath().normalize();
  }

  /** All that run now, by name. */
  public SortedMap<String, ProcessHandle> all() {
    var found = new TreeMap<String, ProcessHandle>();
    for (var file : PidFile.under(data)) {
      if (!file.name().equals(HOLDER)) {
        ours(file).ifPresent(process -> found.put(file.name(), process));
      }
    }
    return found;
  }

  /** The one of this name, if it runs and is ours. */
  public Optional<ProcessHandle> find(String name) {
    return Optional.ofNullable(all().get(name));
  }

  /** The process that keeps the others. */
  public Optional<ProcessHandle> holder() {
    return new PidFile(data.resolve(HOLDER + ".pid")).process();
  }

  private Optional<ProcessHandle> ours(PidFile file) {
    return file.process().filter(this::isChildOfHolder).filter(this::namesData);
  }

  private boolean isChildOfHolder(ProcessHandle process) {
    var holder = holder().map(ProcessHandle::pid);
    return holder.isPresent() && process.parent().map(ProcessHandle::pid).equals(holder);
  }

  private boolean namesData(ProcessHandle process) {
    return commandLine(process).contains(data.toString());
  }

  /** The whole of it where the system shows it; Java's own view leaves long ones out. */
  private static String commandLine(ProcessHandle process) {
    var file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException noSuchSystem) {
      return process.info().commandLine().orElse("");
    }
  }
}
