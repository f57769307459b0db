package io.slipway.orchestrator.run;

import io.slipway.orchestrator.run.RunState.Requested;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run, from the wish to the outcome.
 *
 * @param version rises by one with each change that is said; 0 before the first
 * @param payload the invocation as it was handed over, secrets masked; null until then
 */
public record Run(
    Invocation invocation,
    long version,
    RunState state,
    Particulars particulars,
    @Nullable Decision decision,
    @Nullable JsonNode payload,
    String updatedBy,
    Instant updatedAt) {

  /** A run that somebody wishes for and nobody has heard of. */
  public static Run of(Invocation invocation) {
    return new Run(
        invocation,
        0,
        new Requested(),
        Particulars.NONE,
        null,
        null,
        invocation.by().id(),
        invocation.at());
  }

  public RunId id() {
    return invocation.runId();
  }

  public String organization() {
    return invocation.organization();
  }

  /** When it ended; null until then. */
  public @Nullable Instant endedAt() {
    return state instanceof RunState.Finished finished ? finished.at() : null;
  }

  /** When it was handed over; null while that is unknown or has not happened. */
  public @Nullable Instant dispatchedAt() {
    return state instanceof RunState.InProgress progress ? progress.dispatchedAt() : null;
  }

  Run to(RunState next) {
    return new Run(invocation, version, next, particulars, decision, payload, updatedBy, updatedAt);
  }

  Run with(Particulars told) {
    return new Run(invocation, version, state, told, decision, payload, updatedBy, updatedAt);
  }

  Run with(Changes changes) {
    return with(changes.applyTo(particulars));
  }

  Run decided(Decision taken) {
    return new Run(invocation, version, state, particulars, taken, payload, updatedBy, updatedAt);
  }

  Run carrying(JsonNode handedOver) {
    return new Run(
        invocation, version, state, particulars, decision, handedOver, updatedBy, updatedAt);
  }

  /** The next version. Time never runs backwards for a run, whatever the clocks of replicas say. */
  Run changed(Actor by, Instant at) {
    var later = at.isBefore(updatedAt) ? updatedAt : at;
    return new Run(invocation, version + 1, state, particulars, decision, payload, by.id(), later);
  }

  /** Nothing moves, and this is why. */
  Step unmoved(String why) {
    return new Step.Unmoved(this, why);
  }

  /** Taken note of; nothing about the run changes. */
  Step noted() {
    return new Step.Moved(this, List.of());
  }
}
