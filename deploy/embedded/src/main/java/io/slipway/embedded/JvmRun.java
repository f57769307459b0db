package io.slipway.embedded;

import io.slipway.embedded.process.AotCache;
import io.slipway.embedded.process.Launch;
import io.slipway.embedded.process.ManagedProcess;
import io.slipway.embedded.process.Processes;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The current run of a part that is a JVM; gives one that trains its cache the time to write it.
 */
final class JvmRun {

  private static final Duration TRAINING = Duration.ofSeconds(90);

  private @Nullable ManagedProcess process;
  private @Nullable AotCache cache;
  private boolean ready;

  ManagedProcess start(Launch launch, AotCache withCache) {
    var started = Processes.start(launch);
    process = started;
    cache = withCache;
    ready = false;
    return started;
  }

  ManagedProcess process() {
    return Objects.requireNonNull(process, "not started");
  }

  /** It does its work: what it has loaded until now is worth caching. */
  void isReady() {
    ready = true;
  }

  void stop(Duration grace) {
    if (process != null && cache != null) {
      process.stop(cache.isTraining() ? TRAINING : grace);
      cache.finish(ready);
    }
  }
}
