package io.slipway.orchestrator.run;

import io.slipway.chassis.json.Times;
import io.slipway.orchestrator.run.Runs.Advanced;
import io.slipway.orchestrator.run.Signal.ApprovalExpired;
import io.slipway.orchestrator.run.Signal.Approved;
import io.slipway.orchestrator.run.Signal.Declined;
import io.slipway.orchestrator.run.Signal.Voted;
import io.slipway.orchestrator.run.Translation.Answer;
import io.slipway.orchestrator.run.Translation.Verdict;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Takes a verdict about a run that waits, whether it comes by Kafka or through the door. */
public final class DecideRun {
  private static final Departure NOT_ASKED = new Departure.Later("It was not approved");

  private final Runs runs;
  private final FindRun findRun;
  private final Departures departures;
  private final Clock clock;

  public DecideRun(Runs runs, FindRun findRun, Departures departures, Clock clock) {
    this.runs = runs;
    this.findRun = findRun;
    this.departures = departures;
    this.clock = clock;
  }

  /**
   * Applies a verdict; empty when there is no such run. What is needed to hand the work over is
   * fetched first, then the run is locked; if it has ended meanwhile, nothing leaves.
   *
   * @param eventId the same by Kafka and through the door; repeated, it changes nothing
   */
  public Mono<Advanced> decide(String eventId, Verdict verdict) {
    var organization = verdict.organization();
    return findRun
        .find(Sight.everything(organization), verdict.runId())
        .flatMap(run -> departure(run, verdict))
        .flatMap(
            departure ->
                runs.advance(
                    organization,
                    verdict.runId(),
                    eventId,
                    run -> RunLifecycle.step(run, signal(verdict, departure))));
  }

  private Mono<Departure> departure(Run run, Verdict verdict) {
    return verdict.answer() == Answer.APPROVED && run.state() instanceof RunState.WaitingForApproval
        ? departures.prepare(run.invocation())
        : Mono.just(NOT_ASKED);
  }

  private Signal signal(Verdict verdict, Departure departure) {
    var at = Times.shown(clock.instant());
    var voter = verdict.voter();
    var by = voter == null ? Actor.SLIPWAY : voter;
    var voterId = voter == null ? null : voter.id();
    return switch (verdict.answer()) {
      case OPEN -> new Voted(by, at);
      case APPROVED ->
          new Approved(by, at, new Decision(true, voterId, verdict.description()), departure);
      case DECLINED -> new Declined(by, at, new Decision(false, voterId, verdict.description()));
      case EXPIRED -> new ApprovalExpired(by, at);
    };
  }
}
