package io.slipway.orchestrator.run.postgres;

import io.slipway.chassis.sealing.Sealer;
import io.slipway.orchestrator.run.RunEvent.DispatchDue;
import io.slipway.orchestrator.run.RunEvent.HandedOver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row about a dispatch that goes with a change of its run; no state means no row. */
record DispatchColumns(
    String state,
    String reason,
    @Nullable String dispatchId,
    @Nullable String method,
    @Nullable String target,
    @Nullable String sha256,
    byte @Nullable [] payload,
    @Nullable Instant sentAt,
    @Nullable String traceparent) {

  static final DispatchColumns NONE =
      new DispatchColumns("", "", null, null, null, null, null, null, null);

  /** Whoever sends it later goes on with the trace that wanted it sent. */
  static DispatchColumns due(DispatchDue due, @Nullable String traceparent) {
    return new DispatchColumns("DUE", due.why(), null, null, null, null, null, null, traceparent);
  }

  static DispatchColumns sent(HandedOver left, Sealer sealer, @Nullable String traceparent) {
    var parcel = left.parcel();
    var state =
        switch (parcel.way()) {
          case TOPIC -> "SENT";
          case CALL -> "CALL";
        };
    return new DispatchColumns(
        state,
        "",
        parcel.dispatchId(),
        parcel.method(),
        parcel.target(),
        parcel.sha256(),
        sealer.seal(parcel.bytes(), "dispatch/" + left.run().id().value()),
        left.at(),
        traceparent);
  }

  /** The values for {@code $22} to {@code $30}. */
  Binding bind(Binding statement) {
    return statement
        .add(state)
        .add(reason)
        .addOptional(dispatchId)
        .addOptional(method)
        .addOptional(target)
        .addOptional(sha256)
        .addOptional(payload)
        .addOptional(sentAt)
        .addOptional(traceparent);
  }
}
