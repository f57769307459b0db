package io.slipway.orchestrator.run;

import io.slipway.orchestrator.run.RunEvent.Changed;
import io.slipway.orchestrator.run.RunEvent.DispatchDue;
import io.slipway.orchestrator.run.RunEvent.HandedOver;
import io.slipway.orchestrator.run.RunEvent.Logged;
import io.slipway.orchestrator.run.RunState.Finished;
import io.slipway.orchestrator.run.RunState.InProgress;
import io.slipway.orchestrator.run.RunState.Requested;
import io.slipway.orchestrator.run.RunState.WaitingForApproval;
import io.slipway.orchestrator.run.Signal.ApprovalExpired;
import io.slipway.orchestrator.run.Signal.Approved;
import io.slipway.orchestrator.run.Signal.Declined;
import io.slipway.orchestrator.run.Signal.Departed;
import io.slipway.orchestrator.run.Signal.DispatchFailed;
import io.slipway.orchestrator.run.Signal.Invoked;
import io.slipway.orchestrator.run.Signal.Labelled;
import io.slipway.orchestrator.run.Signal.Reported;
import io.slipway.orchestrator.run.Signal.TimeRanOut;
import io.slipway.orchestrator.run.Signal.Voted;
import io.slipway.orchestrator.run.Signal.Withdrawn;
import java.util.List;

/**
 * The life of a run: what a signal does to it. Pure, and the only place where a run moves. A late
 * or repeated signal throws nothing and moves nothing.
 */
public final class RunLifecycle {
  private RunLifecycle() {}

  /** What this signal does to this run. */
  public static Step step(Run run, Signal signal) {
    return switch (run.state()) {
      case Requested _ ->
          switch (signal) {
            case Invoked i when run.invocation().approval() == ApprovalRule.NONE ->
                leave(run, run, i, i.departure());
            case Invoked i -> change(run, run.to(new WaitingForApproval()), i);
            case Approved _, Declined _, Voted _, ApprovalExpired _, Withdrawn _, TimeRanOut _ ->
                run.unmoved("It has not begun");
            case Reported _, Labelled _, Departed _, DispatchFailed _ ->
                run.unmoved("It has not begun");
          };
      case WaitingForApproval _ ->
          switch (signal) {
            case Approved a -> leave(run, run.decided(a.decision()), a, a.departure());
            case Declined d -> end(run, run.decided(d.decision()), Outcome.DECLINED, d);
            case Voted _ -> run.noted();
            case Withdrawn w -> end(run, withdrawn(run, w), Outcome.WITHDRAWN, w);
            case ApprovalExpired e -> end(run, late(run, "Approval expired"), Outcome.TIMED_OUT, e);
            case TimeRanOut t -> end(run, late(run, "Timed out"), Outcome.TIMED_OUT, t);
            case Labelled l -> change(run, run.with(l.changes()), l);
            case Reported _ -> run.unmoved("It waits for approval and can only be withdrawn");
            case Invoked _, Departed _, DispatchFailed _ -> run.unmoved("It waits for approval");
          };
      case InProgress progress ->
          switch (signal) {
            case Departed d when progress.dispatchedAt() == null -> depart(run, d);
            case Departed _ -> run.unmoved("It was handed over before");
            case Reported r -> end(run, run.with(r.changes()), r.outcome(), r);
            case Labelled l -> change(run, run.with(l.changes()), l);
            case DispatchFailed f -> fail(run, f, f.why());
            case TimeRanOut t -> end(run, late(run, "Timed out"), Outcome.TIMED_OUT, t);
            case Approved _, Declined _, Voted _, ApprovalExpired _, Withdrawn _ ->
                run.unmoved("It waits for no approval");
            case Invoked _ -> run.unmoved("It has begun before");
          };
      case Finished f ->
          switch (signal) {
            case Invoked _, Approved _, Declined _, Voted _, ApprovalExpired _, Withdrawn _ ->
                run.unmoved(ended(f));
            case Reported _, Labelled _, Departed _, DispatchFailed _, TimeRanOut _ ->
                run.unmoved(ended(f));
          };
    };
  }

  /** To the backend: at once, in a while, or never. */
  private static Step leave(Run run, Run ready, Signal signal, Departure departure) {
    return switch (departure) {
      case Departure.Ready(var parcel) -> handOver(run, ready, signal, parcel);
      case Departure.Later(var why) ->
          change(run, ready.to(new InProgress(null)), signal).and(r -> new DispatchDue(r, why));
      case Departure.Impossible(var why) -> {
        var begun = change(run, ready.to(new InProgress(null)), signal);
        yield begun.then(
            fail(begun.run(), new DispatchFailed(Actor.SLIPWAY, signal.at(), why), why));
      }
    };
  }

  private static Step depart(Run run, Departed signal) {
    return switch (signal.departure()) {
      case Departure.Ready(var parcel) -> handOver(run, run, signal, parcel);
      case Departure.Later(var why) -> run.unmoved(why);
      case Departure.Impossible(var why) -> fail(run, signal, why);
    };
  }

  private static Step handOver(Run run, Run ready, Signal signal, Parcel parcel) {
    var leaving = ready.carrying(parcel.payload()).to(new InProgress(parcel.packedAt()));
    return change(run, leaving, signal).and(r -> new HandedOver(r, parcel, parcel.packedAt()));
  }

  /** The reason is its last line, and its summary. */
  private static Step.Moved fail(Run run, Signal signal, String why) {
    var line = LogLine.of(run.id(), why, Actor.SLIPWAY, signal.at());
    return new Step.Moved(run, List.of(new Logged(line)))
        .then(end(run, failed(run, why), Outcome.FAILURE, signal));
  }

  private static Step.Moved end(Run run, Run last, Outcome outcome, Signal signal) {
    var at = signal.at().isBefore(run.updatedAt()) ? run.updatedAt() : signal.at();
    return change(run, last.to(new Finished(outcome, at)), signal);
  }

  /** One more version of the run that was kept, and one event that says so. */
  private static Step.Moved change(Run run, Run next, Signal signal) {
    var before = run.version() == 0 ? null : run;
    var after = next.changed(signal.by(), signal.at());
    var event = new Changed(before, after, signal.cause(), signal.by(), after.updatedAt());
    return new Step.Moved(after, List.of(event));
  }

  private static Run withdrawn(Run run, Withdrawn signal) {
    var told = run.with(signal.changes());
    return told.with(told.particulars().labelledAtLeast("Withdrawn"));
  }

  private static Run late(Run run, String label) {
    return run.with(run.particulars().labelledAtLeast(label));
  }

  private static Run failed(Run run, String why) {
    return run.with(run.particulars().summarized(why));
  }

  private static String ended(Finished finished) {
    return "It has ended with " + finished.outcome().status() + " and does not change any more";
  }
}
