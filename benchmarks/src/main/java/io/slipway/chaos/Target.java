package io.slipway.chaos;

import io.slipway.bench.suite.SuiteProcesses;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A process of the suite that may be killed, and how one knows that it works again. */
record Target(String name, SuiteProcesses processes, Callable<Boolean> ready) {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  Optional<ProcessHandle> process() {
    return processes.find(name);
  }

  /**
   * Waits until it works, as a process other than the one before; empty when that takes too long.
   */
  Optional<ProcessHandle> awaitReady(long pidBefore, Duration patience)
      throws InterruptedException {
    var end = System.nanoTime() + patience.toNanos();
    while (end - System.nanoTime() > 0) {
      var process = process().filter(found -> found.pid() != pidBefore);
      if (process.isPresent() && isReady()) {
        return process;
      }
      Thread.sleep(LOOK_AGAIN);
    }
    return Optional.empty();
  }

  private boolean isReady() {
    try {
      return ready.call();
    } catch (Exception notYet) {
      return false;
    }
  }
}
