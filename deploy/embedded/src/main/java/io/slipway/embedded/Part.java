package io.slipway.embedded;

import io.slipway.embedded.process.ManagedProcess;
import java.time.Duration;

/**
 * Something that runs as a process of its own, keeps its state in a folder, and can be started
 * again on the same port with that state, also after a {@code kill -9}.
 */
public interface Part extends AutoCloseable {

  String name();

  /**
   * Starts the process and returns when it answers. Starting what runs is an error of the caller.
   */
  void start();

  /** The process of the last start. */
  ManagedProcess process();

  /** Lets it finish what it does, then ends it. Does nothing if it does not run. */
  void stop(Duration grace);

  default void stop() {
    stop(Duration.ofSeconds(15));
  }

  /** {@code kill -9}, for tests that mean it. */
  default void kill() {
    process().kill();
  }

  @Override
  default void close() {
    stop();
  }
}
