package io.slipway.orchestrator.dispatch;

import io.slipway.orchestrator.run.Parcel;
import io.slipway.orchestrator.run.RunEvent;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.RunWitness;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells whoever makes calls that there is one to make, once that has been committed. */
public final class CallsDue implements RunWitness {
  private final Sinks.Many<Boolean> due = Sinks.many().multicast().directBestEffort();

  @Override
  public void saw(RunId id, List<RunEvent> events) {
    for (var event : events) {
      if (event instanceof RunEvent.HandedOver left && left.parcel().way() == Parcel.Way.CALL) {
        wake();
      }
    }
  }

  /** What nobody hears is found by looking. */
  void wake() {
    due.tryEmitNext(true);
  }

  Flux<Boolean> wakes() {
    return due.asFlux();
  }
}
