package io.slipway.orchestrator.run;

import static io.slipway.orchestrator.run.RunFixture.ADA;
import static io.slipway.orchestrator.run.RunFixture.MACHINE;
import static io.slipway.orchestrator.run.RunFixture.NOON;

import java.time.Instant;
import java.util.List;

/** At least one signal of every kind, with every departure where one rides along. */
final class SignalSamples {
  private static final Instant LATER = NOON.plusSeconds(1);
  private static final Changes LABEL = Changes.label("half way");

  private SignalSamples() {}

  static List<Departure> departures() {
    return List.of(
        RunFixture.ready(), new Departure.Later("no key"), new Departure.Impossible("too large"));
  }

  static List<Signal> all() {
    var all = new java.util.ArrayList<Signal>();
    for (var departure : departures()) {
      all.add(new Signal.Invoked(ADA, NOON, departure));
      all.add(new Signal.Approved(ADA, LATER, new Decision(true, "user_bob", "yes"), departure));
      all.add(new Signal.Departed(Actor.SLIPWAY, LATER, departure));
    }
    all.add(new Signal.Declined(ADA, LATER, new Decision(false, "user_bob", "no")));
    all.add(new Signal.Voted(ADA, LATER));
    all.add(new Signal.Withdrawn(ADA, LATER, Changes.NONE));
    all.add(new Signal.Reported(MACHINE, LATER, Outcome.SUCCESS, LABEL));
    all.add(new Signal.Reported(MACHINE, LATER, Outcome.FAILURE, Changes.NONE));
    all.add(new Signal.Labelled(MACHINE, LATER, LABEL));
    all.add(new Signal.DispatchFailed(Actor.SLIPWAY, LATER, "too large"));
    all.add(new Signal.ApprovalExpired(Actor.SLIPWAY, LATER));
    all.add(new Signal.TimeRanOut(Actor.SLIPWAY, LATER));
    return all;
  }
}
