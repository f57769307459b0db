package io.slipway.orchestrator.stream;

import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.Sight;
import io.slipway.orchestrator.stream.SaidSource.Told;
import io.slipway.orchestrator.stream.SaidSource.Wanted;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** One client that watches one run. Only the tick touches it, one answer after the other. */
final class Watcher {
  /** A client that reads too slowly waits for its own sake; nobody keeps more than this for it. */
  private static final int AHEAD = 256;

  private final long number;
  private final Sight sight;
  private final RunId run;
  private final Sinks.Many<Said> sink =
      Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(AHEAD));
  private volatile long after;

  Watcher(long number, Sight sight, RunId run, long after) {
    this.number = number;
    this.sight = sight;
    this.run = run;
    this.after = after;
  }

  long number() {
    return number;
  }

  RunId run() {
    return run;
  }

  Wanted wanted() {
    return new Wanted(number, sight, run, after);
  }

  Flux<Said> flux() {
    return sink.asFlux();
  }

  /** Passes on what fits; what does not is asked for again. True when that was the end. */
  boolean take(Told told, Duration linger) {
    for (var said : told.said()) {
      if (sink.tryEmitNext(said) != Sinks.EmitResult.OK) {
        return false;
      }
      after = said.seq();
    }
    var ended = told.ended();
    if (ended != null && ended.compareTo(linger) >= 0 && after >= told.last()) {
      sink.tryEmitComplete();
      return true;
    }
    return false;
  }

  /** The run is gone, or no longer theirs to see. */
  void dismiss() {
    sink.tryEmitComplete();
  }
}
