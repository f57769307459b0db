package io.slipway.orchestrator.run.postgres;

import io.slipway.chassis.outbox.Outbox;
import io.slipway.chassis.rows.Rows;
import io.slipway.chassis.sealing.Sealer;
import io.slipway.chassis.trace.Traces;
import io.slipway.orchestrator.run.Announcements;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.RunQuery;
import io.slipway.orchestrator.run.RunWitness;
import io.slipway.orchestrator.run.Runs;
import io.slipway.orchestrator.run.Sight;
import io.slipway.orchestrator.run.Step;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Runs in PostgreSQL. */
@Component
class PostgresRuns implements Runs {
  private final DatabaseClient database;
  private final RunStatements statements;
  private final Outbox outbox;
  private final List<RunWitness> witnesses;

  PostgresRuns(
      DatabaseClient database,
      Announcements announcements,
      Outbox outbox,
      Sealer sealer,
      Traces traces,
      List<RunWitness> witnesses) {
    this.database = database;
    this.statements = new RunStatements(database, announcements, outbox, sealer, traces);
    this.outbox = outbox;
    this.witnesses = List.copyOf(witnesses);
  }

  @Override
  public Mono<Boolean> begin(Step.Moved first) {
    return write(first, subscription -> statements.begin(first, subscription))
        .map(written -> written == Written.MOVED);
  }

  /** A change that was decided upon a run that went on meanwhile is decided again. */
  @Override
  public Mono<Advanced> advance(
      String organization, RunId id, @Nullable String cause, Function<Run, Step> step) {
    return read(organization, id)
        .flatMap(
            row ->
                take(row, cause, step.apply(row.run()))
                    .switchIfEmpty(Mono.defer(() -> advance(organization, id, cause, step))));
  }

  private Mono<RunRow> read(String organization, RunId id) {
    return new Binding(database.sql(RunSql.READ))
        .add(organization)
        .add(id.value())
        .statement()
        .map(RunRow::read)
        .one();
  }

  /** Empty when the run went on meanwhile. */
  private Mono<Advanced> take(RunRow row, @Nullable String cause, Step step) {
    return switch (step) {
      case Step.Moved moved when cause == null && moved.events().isEmpty() ->
          Mono.just(new Advanced.Applied(moved.run(), moved.events()));
      case Step.Moved moved ->
          write(moved, subscription -> statements.change(row, cause, moved, subscription))
              .flatMap(
                  written ->
                      switch (written) {
                        case MOVED -> Mono.just(new Advanced.Applied(moved.run(), moved.events()));
                        case REPEATED -> Mono.just(new Advanced.Repeated(row.run()));
                        case OVERTAKEN -> Mono.empty();
                      });
      case Step.Unmoved unmoved -> ignored(row, cause, unmoved.why());
    };
  }

  /** What became of a statement. */
  private enum Written {
    MOVED,
    REPEATED,
    OVERTAKEN
  }

  /** Tells those around after the commit, which happens whether or not the client still waits. */
  private Mono<Written> write(
      Step.Moved moved, Function<ContextView, RunStatements.Statement> prepare) {
    return Mono.deferContextual(
        subscription -> {
          var statement = prepare.apply(subscription);
          return written(statement.complete())
              .doOnNext(
                  written -> {
                    if (written == Written.MOVED) {
                      outbox.committed(statement.said());
                      witnesses.forEach(witness -> witness.saw(moved.run().id(), moved.events()));
                    }
                  })
              .as(Finished::of);
        });
  }

  private static Mono<Written> written(Binding statement) {
    return statement
        .statement()
        .map(
            row ->
                Rows.required(row, "moved", Long.class) == 1
                    ? Written.MOVED
                    : Rows.required(row, "found", Long.class) == 1
                        ? Written.REPEATED
                        : Written.OVERTAKEN)
        .one();
  }

  /** Only what was taken note of is remembered, so a message that is remembered was. */
  private Mono<Advanced> ignored(RunRow row, @Nullable String cause, String why) {
    Advanced ignored = new Advanced.Ignored(row.run(), why);
    if (cause == null) {
      return Mono.just(ignored);
    }
    return new Binding(database.sql(RunSql.SEEN_MESSAGE))
        .add(cause)
        .statement()
        .map(_ -> (Advanced) new Advanced.Repeated(row.run()))
        .one()
        .defaultIfEmpty(ignored);
  }

  @Override
  public Mono<Run> find(Sight sight, RunId id) {
    return seen(RunSql.FIND, sight)
        .add(id.value())
        .statement()
        .map(RunRow::read)
        .one()
        .map(RunRow::run);
  }

  @Override
  public Flux<Run> list(Sight sight, RunQuery query) {
    return seen(RunSql.LIST, sight)
        .addOptional(query.action())
        .addOptional(query.blueprint())
        .addOptional(query.entity())
        .add(query.active())
        .addOptional(query.userId())
        .addOptional(query.userEmail())
        .addOptional(query.externalRunId())
        .add(query.sources().toArray(String[]::new))
        .add(query.limit())
        .statement()
        .map(RunRow::read)
        .all()
        .map(RunRow::run);
  }

  @Override
  public Mono<Void> approvers(String organization, RunId id, Collection<String> emails) {
    return new Binding(database.sql(RunSql.APPROVERS))
        .add(organization)
        .add(id.value())
        .add(emails.toArray(String[]::new))
        .statement()
        .then();
  }

  private Binding seen(String sql, Sight sight) {
    return new Binding(database.sql(sql))
        .add(sight.organization())
        .add(sight.all())
        .add(sight.principal())
        .addOptional(sight.email());
  }
}
