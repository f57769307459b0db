package io.slipway.orchestrator.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backend or a person tells about a run, by whichever way.
 *
 * @param outcome SUCCESS or FAILURE when it ends the run
 * @param messages lines for the log, in order
 */
public record Report(@Nullable Outcome outcome, Changes changes, List<String> messages) {

  public Report {
    messages = List.copyOf(messages);
  }

  /** The signal in it; null when it holds nothing but lines for the log. */
  @Nullable Signal signal(Run run, Actor by, java.time.Instant at) {
    if (outcome == null) {
      return changes.any() ? new Signal.Labelled(by, at, changes) : null;
    }
    return outcome == Outcome.FAILURE && run.state() instanceof RunState.WaitingForApproval
        ? new Signal.Withdrawn(by, at, changes)
        : new Signal.Reported(by, at, outcome, changes);
  }
}
