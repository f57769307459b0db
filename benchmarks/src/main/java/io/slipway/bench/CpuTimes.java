package io.slipway.bench;

import io.slipway.bench.suite.SuiteProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * CPU used so far, from {@code /proc}: by each process of the suite, by this program, and by the
 * whole machine. Empty where there is no {@code /proc}.
 */
record CpuTimes(Map<String, Duration> byProcess, Duration machine) {

  static final String DRIVER = "this program";

  /** {@code USER_HZ}, which is 100 on every Linux. */
  private static final long TICK_MILLIS = 10;

  static Optional<CpuTimes> now(SuiteProcesses processes) {
    if (!Files.isReadable(Path.of("/proc/self/stat"))) {
      return Optional.empty();
    }
    var times = new TreeMap<String, Duration>();
    processes.all().forEach((name, process) -> times.put(name, family(process)));
    times.put(DRIVER, millis(own(ProcessHandle.current())));
    return Optional.of(new CpuTimes(times, machineTime()));
  }

  /**
   * How much more each has used than at an earlier time; what has been restarted since is left out.
   */
  CpuTimes since(CpuTimes earlier) {
    var more = new TreeMap<String, Duration>();
    byProcess.forEach(
        (name, time) -> {
          var before = earlier.byProcess.get(name);
          if (before != null && time.compareTo(before) >= 0) {
            more.put(name, time.minus(before));
          }
        });
    return new CpuTimes(more, machine.minus(earlier.machine));
  }

  /** What neither the suite nor this program used: the system itself, and others on the machine. */
  Duration others() {
    var ours = byProcess.values().stream().reduce(Duration.ZERO, Duration::plus);
    var left = machine.minus(ours);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** With children: those that live, and those that it has buried; PostgreSQL works in them. */
  private static Duration family(ProcessHandle process) {
    var stat = stat(process.pid());
    var alive = process.descendants().mapToLong(CpuTimes::own).sum();
    return millis(ticks(stat, 14, 15, 16, 17) + alive);
  }

  private static long own(ProcessHandle process) {
    return ticks(stat(process.pid()), 14, 15);
  }

  /**
   * The fields of {@code /proc/PID/stat} as proc(5) numbers them; none when the process has gone.
   */
  static String[] fields(String stat) {
    var afterName = stat.substring(stat.lastIndexOf(')') + 1).strip();
    return Stream.concat(Stream.of("", "", ""), Stream.of(afterName.split(" ")))
        .toArray(String[]::new);
  }

  static long ticks(String stat, int... numbers) {
    if (stat.isEmpty()) {
      return 0;
    }
    var fields = fields(stat);
    var sum = 0L;
    for (var number : numbers) {
      sum += Long.parseLong(fields[number]);
    }
    return sum;
  }

  /** Everything in the first line of {@code /proc/stat} but idling and guests counted twice. */
  static long busyTicks(String cpuLine) {
    var fields = cpuLine.strip().split("\\s+");
    return Stream.of(1, 2, 3, 6, 7, 8)
        .filter(i -> i < fields.length)
        .mapToLong(i -> Long.parseLong(fields[i]))
        .sum();
  }

  private static Duration machineTime() {
    return millis(busyTicks(read(Path.of("/proc/stat")).lines().findFirst().orElse("")));
  }

  private static String stat(long pid) {
    return read(Path.of("/proc", Long.toString(pid), "stat"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return "";
    }
  }

  private static Duration millis(long ticks) {
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }
}
