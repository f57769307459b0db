package io.slipway.local.suite;

import io.slipway.embedded.Part;
import io.slipway.embedded.process.ManagedProcess;
import io.slipway.embedded.process.StartFailed;
import java.time.Duration;
import java.time.Instant;

/** Starts again what has died, on its port and with its state, and says so. */
final class Keeper {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** What has lived this long is no longer thought to die at once again. */
  private static final Duration STEADY = Duration.ofSeconds(60);

  private final Progress progress;
  private volatile boolean stopping;

  Keeper(Progress progress) {
    this.progress = progress;
  }

  void keep(Part part) {
    Thread.ofVirtual().name("keeper-" + part.name()).start(() -> watch(part));
  }

  /** From now on, what ends has been asked to. */
  void stop() {
    stopping = true;
  }

  private void watch(Part part) {
    var pause = FIRST_PAUSE;
    var since = Instant.now();
    while (true) {
      var ended = part.process().onExit().join();
      if (stopping) {
        return;
      }
      if (Duration.between(since, Instant.now()).compareTo(STEADY) > 0) {
        pause = FIRST_PAUSE;
      }
      progress.say(part.name() + " " + how(ended) + "; starting it again");
      rest(pause);
      pause = longer(pause);
      since = Instant.now();
      startAgain(part);
    }
  }

  private void startAgain(Part part) {
    try {
      part.start();
      progress.say(part.name() + " is ready again");
    } catch (StartFailed failed) {
      if (!stopping) {
        progress.say(String.valueOf(failed.getMessage()));
      }
    } catch (RuntimeException failed) {
      // Such as a database that is away: the process runs or the next round starts it.
      if (!stopping) {
        progress.say(part.name() + " could not be started: " + failed);
      }
    }
  }

  private static String how(ManagedProcess ended) {
    var code = ended.exitCode();
    return code > 128 ? "was ended by signal " + (code - 128) : "ended with exit code " + code;
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private static void rest(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
