package io.slipway.embedded.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process started by {@link Processes}: wait for it, stop it, and, for tests, hurt it. */
public final class ManagedProcess {

  private static final int TAIL = 4000;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Launch launch;
  private final Process process;

  ManagedProcess(Launch launch, Process process) {
    this.launch = launch;
    this.process = process;
  }

  public String name() {
    return launch.name();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** How it ended; asking while it runs is an error. */
  public int exitCode() {
    return process.exitValue();
  }

  /**
   * When it started, as the operating system tells it: with the pid, what tells two processes
   * apart.
   */
  public Instant startedAt() {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  public CompletableFuture<ManagedProcess> onExit() {
    return process.onExit().thenApply(_ -> this);
  }

  /**
   * Waits until {@code ready} answers true. An exception from it counts as "not yet"; the last one
   * is the cause of the failure if the time runs out.
   */
  public void awaitReady(Callable<Boolean> ready, Duration patience) {
    var end = System.nanoTime() + patience.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new StartFailed(
            "%s ended with exit code %d before it was ready. Its log %s ends:%n%s"
                .formatted(name(), process.exitValue(), launch.log(), logTail()),
            last);
      }
      try {
        if (ready.call()) {
          return;
        }
      } catch (Exception e) {
        last = e;
      }
      rest();
    }
    throw new StartFailed(
        "%s was not ready after %d s. Its log %s ends:%n%s"
            .formatted(name(), patience.toSeconds(), launch.log(), logTail()),
        last);
  }

  private static void rest() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("interrupted while waiting", e);
    }
  }

  /** Asks it to finish and end, waits for the grace period, then insists. */
  public void stop(Duration grace) {
    if (process.isAlive()) {
      Processes.signal(pid(), launch.stop().name());
      if (!ended(grace)) {
        kill();
      }
    }
  }

  /** {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    ended(Duration.ofSeconds(10));
  }

  /** {@code SIGSTOP}: it stands still and does not know. */
  public void pause() {
    Processes.signal(pid(), "STOP");
  }

  /** {@code SIGCONT}. */
  public void resume() {
    Processes.signal(pid(), "CONT");
  }

  /** The end of its log, for error messages. */
  public String logTail() {
    try (var file = new RandomAccessFile(launch.log().toFile(), "r")) {
      var from = Math.max(0, file.length() - TAIL);
      var bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "(its log cannot be read: " + e.getMessage() + ")";
    }
  }

  private boolean ended(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
