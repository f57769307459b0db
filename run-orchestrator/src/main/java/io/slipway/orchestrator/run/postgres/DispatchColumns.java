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
    @Nullable Instant sentAt) {

  static final DispatchColumns NONE =
      new DispatchColumns("", "", null, null, null, null, null, null);

  static DispatchColumns due(DispatchDue due) {
    return new DispatchColumns("DUE", due.why(), null, null, null, null, null, null);
  }

  static DispatchColumns sent(HandedOver left, Sealer sealer) {
    var parcel = left.parcel();
    return new DispatchColumns(
        "SENT",
        "",
        parcel.dispatchId(),
        parcel.method(),
        parcel.target(),
        parcel.sha256(),
        sealer.seal(parcel.bytes(), "dispatch/" + left.run().id().value()),
        left.at());
  }

  /** The values for {@code $22} to {@code $29}. */
  Binding bind(Binding statement) {
    return statement
        .add(state)
        .add(reason)
        .addOptional(dispatchId)
        .addOptional(method)
        .addOptional(target)
        .addOptional(sha256)
        .addOptional(payload)
        .addOptional(sentAt);
  }
}
