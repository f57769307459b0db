package io.slipway.orchestrator.run.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import io.slipway.orchestrator.run.Decision;
import io.slipway.orchestrator.run.Outcome;
import io.slipway.orchestrator.run.Particulars;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunState;
import io.slipway.orchestrator.run.Status;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run and the number of things it has said, as a row; only this knows the columns.
 *
 * @param said the number of what it said last
 */
record RunRow(Run run, long said) {

  static RunRow read(Readable row) {
    var told = Json.object(Rows.required(row, "told", String.class));
    var invocation =
        Snapshot.read(
            Rows.required(row, "id", String.class),
            Rows.required(row, "organization", String.class),
            Rows.required(row, "snapshot", String.class));
    var run =
        new Run(
            invocation,
            Rows.required(row, "version", Long.class),
            state(row),
            particulars(told, Rows.optional(row, "external_run_id", String.class)),
            decision(told),
            optional(told, "payload"),
            Rows.required(row, "updated_by", String.class),
            Rows.required(row, "updated_at", Instant.class));
    return new RunRow(run, Rows.required(row, "said", Long.class));
  }

  /** The twelve values that change, for {@code $1} to {@code $12}. */
  Binding bind(Binding statement) {
    var ended = run.state() instanceof RunState.Finished finished ? finished.outcome() : null;
    return statement
        .add(run.id().value())
        .add(run.organization())
        .add(run.version())
        .add(said)
        .add(Objects.requireNonNull(run.state().status(), "a run that is kept").name())
        .addOptional(ended == null ? null : ended.name())
        .addOptional(run.particulars().externalRunId())
        .add(run.updatedBy())
        .add(run.updatedAt())
        .addOptional(run.dispatchedAt())
        .addOptional(run.endedAt())
        .add(told(run));
  }

  private static RunState state(Readable row) {
    var status = Status.valueOf(Rows.required(row, "status", String.class));
    return switch (status) {
      case WAITING_FOR_APPROVAL -> new RunState.WaitingForApproval();
      case IN_PROGRESS ->
          new RunState.InProgress(Rows.optional(row, "dispatched_at", Instant.class));
      case SUCCESS, FAILURE, DECLINED ->
          new RunState.Finished(
              Outcome.valueOf(Rows.required(row, "outcome", String.class)),
              Rows.required(row, "ended_at", Instant.class));
    };
  }

  private static String told(Run run) {
    var told = Json.object();
    var particulars = run.particulars();
    told.put("label", particulars.statusLabel());
    told.set("links", Json.strings(particulars.links()));
    told.put("summary", particulars.summary());
    told.set("response", particulars.response());
    var decision = run.decision();
    if (decision != null) {
      var taken = told.putObject("decision");
      taken.put("approved", decision.approved());
      taken.put("voter", decision.voter());
      taken.put("description", decision.description());
    }
    told.set("payload", run.payload());
    return Json.text(told);
  }

  private static Particulars particulars(JsonNode told, @Nullable String externalRunId) {
    return new Particulars(
        Json.string(told, "label"),
        told.get("links").valueStream().map(JsonNode::stringValue).toList(),
        Json.string(told, "summary"),
        externalRunId,
        optional(told, "response"));
  }

  private static @Nullable Decision decision(JsonNode told) {
    var taken = optional(told, "decision");
    return taken == null
        ? null
        : new Decision(
            taken.get("approved").booleanValue(),
            Json.string(taken, "voter"),
            Json.string(taken, "description"));
  }

  private static @Nullable JsonNode optional(JsonNode told, String member) {
    var value = told.get(member);
    return value == null || value.isNull() ? null : value;
  }
}
