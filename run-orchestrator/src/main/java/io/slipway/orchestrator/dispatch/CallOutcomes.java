package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.json.Times;
import io.slipway.chassis.retry.RetryPolicy.Verdict;
import io.slipway.orchestrator.dispatch.Delivery.Away;
import io.slipway.orchestrator.dispatch.Delivery.Delivered;
import io.slipway.orchestrator.dispatch.Delivery.Settled;
import io.slipway.orchestrator.run.Actor;
import io.slipway.orchestrator.run.LogLine;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunEvent.Logged;
import io.slipway.orchestrator.run.RunLifecycle;
import io.slipway.orchestrator.run.RunState;
import io.slipway.orchestrator.run.Runs;
import io.slipway.orchestrator.run.Sight;
import io.slipway.orchestrator.run.Signal.Reported;
import io.slipway.orchestrator.run.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Keeps what came of calls: with the run, and with what is due. */
public final class CallOutcomes {
  private final Runs runs;
  private final DueCalls due;
  private final CallSettings settings;
  private final Clock clock;

  public CallOutcomes(Runs runs, DueCalls due, CallSettings settings, Clock clock) {
    this.runs = runs;
    this.due = due;
    this.settings = settings;
    this.clock = clock;
  }

  /** True while the run goes on. */
  Mono<Boolean> isAwaited(Call call) {
    return runs.find(Sight.everything(call.organization()), call.run())
        .map(run -> run.state() instanceof RunState.InProgress)
        .defaultIfEmpty(false);
  }

  /** The run first: a crash before the second costs one more attempt, and loses nothing. */
  Mono<Void> record(Call call, Delivery delivery) {
    return switch (delivery) {
      case Delivered(var line) ->
          write(call, "delivered", run -> logged(run, line)).then(due.done(call));
      case Settled settled ->
          write(call, "settled", run -> settle(run, settled)).then(due.done(call));
      case Away away -> away(call, away);
    };
  }

  private Mono<Void> away(Call call, Away away) {
    var now = clock.instant();
    var jitter = ThreadLocalRandom.current().nextDouble();
    return switch (settings
        .policy(away.patience())
        .after(call.attempt(), call.began(), now, jitter)) {
      case Verdict.TryAgain(var at) -> {
        var own = Duration.between(now, at);
        var asked = away.atLeast();
        var pause = asked == null || asked.compareTo(own) < 0 ? own : asked;
        yield now.plus(pause).isAfter(call.began().plus(away.patience()))
            ? record(call, givenUp(call, away))
            : again(call, away, pause);
      }
      case Verdict.GiveUp() -> record(call, givenUp(call, away));
    };
  }

  private static Settled givenUp(Call call, Away away) {
    return Settled.failed(
        away.why()
            + (call.attempt() == 1 ? "" : "; given up after " + call.attempt() + " attempts"));
  }

  /** Only the first attempt that failed is worth a line. */
  private Mono<Void> again(Call call, Away away, Duration pause) {
    var line = away.why() + "; it will be tried again for a while";
    var note =
        call.attempt() == 1 ? write(call, "away", run -> logged(run, line)) : Mono.<Void>empty();
    return note.then(due.again(call, pause, away.why()));
  }

  private Mono<Void> write(Call call, String what, Function<Run, Step> step) {
    var cause = call.dispatchId() + "/" + what;
    return runs.advance(call.organization(), call.run(), cause, step).then();
  }

  /** An outcome that comes after another is kept as a line, and not applied. */
  private Step settle(Run run, Settled settled) {
    var line = logged(run, settled.line());
    var signal =
        new Reported(
            Actor.SLIPWAY, Times.shown(clock.instant()), settled.outcome(), settled.changes());
    return switch (RunLifecycle.step(run, signal)) {
      case Step.Moved moved -> line.then(moved);
      case Step.Unmoved _ -> line;
    };
  }

  private Step.Moved logged(Run run, String line) {
    var kept = LogLine.of(run.id(), line, Actor.SLIPWAY, clock.instant());
    return new Step.Moved(run, List.of(new Logged(kept)));
  }
}
