package io.slipway.orchestrator.run.postgres;

import io.slipway.chassis.outbox.Outbox;
import io.slipway.chassis.outbox.OutboxEntries;
import io.slipway.chassis.sealing.Sealer;
import io.slipway.chassis.trace.Traces;
import io.slipway.orchestrator.run.Announcements;
import io.slipway.orchestrator.run.Questions.Question;
import io.slipway.orchestrator.run.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.util.context.ContextView;

/**
 * The statements by which a run begins and changes, with their values.
 *
 * @param traces the trace of a subscription goes on with what is said in it
 */
record RunStatements(
    DatabaseClient database,
    Announcements announcements,
    Outbox outbox,
    Sealer sealer,
    Traces traces) {

  /** A statement with all its values but those of what it says. */
  record Statement(Binding binding, OutboxEntries said) {
    Binding complete() {
      said.values().forEach(binding::add);
      return binding;
    }
  }

  Statement begin(Step.Moved first, ContextView subscription) {
    var asked = first.run().invocation();
    var announced = announcements.of(first.events());
    var said = outbox.entries(announced.sayings(), subscription);
    var statement =
        changed(RunSql.begin(said), first, 0, announced.question(), subscription)
            .add(asked.actionIdentifier())
            .addOptional(asked.blueprint())
            .addOptional(asked.entityIdentifier())
            .add(asked.origin())
            .add(asked.openToAll())
            .add(asked.by().id())
            .addOptional(asked.by().email())
            .add(asked.at())
            .add(Snapshot.write(asked));
    return new Statement(statement, said);
  }

  /**
   * @param cause the message that is the reason, which counts once; null for none
   */
  Statement change(RunRow row, @Nullable String cause, Step.Moved moved, ContextView subscription) {
    var announced = announcements.of(moved.events());
    var said = outbox.entries(announced.sayings(), subscription);
    var sql = cause == null ? RunSql.change(said) : RunSql.changeOnce(said);
    var statement =
        changed(sql, moved, row.said(), announced.question(), subscription)
            .add(row.run().version())
            .add(row.said());
    return new Statement(cause == null ? statement : statement.add(cause), said);
  }

  private Binding changed(
      String sql,
      Step.Moved moved,
      long saidBefore,
      @Nullable Question question,
      ContextView subscription) {
    var change = new Change(moved.run(), moved.events(), sealer, traces.traceparent(subscription));
    var statement = new Binding(database.sql(sql));
    new RunRow(moved.run(), saidBefore + change.said()).bind(statement);
    return change
        .bind(statement)
        .addOptional(question == null ? null : question.eventId())
        .addOptional(question == null ? null : question.record());
  }
}
