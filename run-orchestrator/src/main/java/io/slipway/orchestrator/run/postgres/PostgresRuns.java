package io.slipway.orchestrator.run.postgres;

import io.slipway.chassis.sealing.Sealer;
import io.slipway.chassis.trace.Traces;
import io.slipway.orchestrator.run.Announcements;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunEvent;
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
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs in PostgreSQL. */
@Component
class PostgresRuns implements Runs {
  private final DatabaseClient database;
  private final Commits commits;
  private final Announcements announcements;
  private final Sealer sealer;
  private final Traces traces;
  private final List<RunWitness> witnesses;

  PostgresRuns(
      DatabaseClient database,
      TransactionalOperator transaction,
      Announcements announcements,
      Sealer sealer,
      Traces traces,
      List<RunWitness> witnesses) {
    this.database = database;
    this.commits = new Commits(transaction);
    this.announcements = announcements;
    this.sealer = sealer;
    this.traces = traces;
    this.witnesses = List.copyOf(witnesses);
  }

  @Override
  public Mono<Boolean> begin(Step.Moved first) {
    var run = first.run();
    return Mono.deferContextual(subscription -> insert(first, traces.traceparent(subscription)))
        .flatMap(
            fresh -> fresh ? announcements.say(first.events()).thenReturn(true) : Mono.just(false))
        .as(commits::of)
        .doOnNext(fresh -> tell(fresh, run.id(), first.events()));
  }

  private Mono<Boolean> insert(Step.Moved first, @Nullable String traceparent) {
    var run = first.run();
    var asked = run.invocation();
    var change = new Change(run, first.events(), sealer, traceparent);
    var statement = new Binding(database.sql(RunSql.BEGIN));
    new RunRow(run, change.said()).bind(statement);
    change
        .bind(statement)
        .add(asked.actionIdentifier())
        .addOptional(asked.blueprint())
        .addOptional(asked.entityIdentifier())
        .add(asked.origin())
        .add(asked.openToAll())
        .add(asked.by().id())
        .addOptional(asked.by().email())
        .add(asked.at())
        .add(Snapshot.write(asked));
    return moved(statement);
  }

  @Override
  public Mono<Advanced> advance(
      String organization, RunId id, @Nullable String cause, Function<Run, Step> step) {
    return lock(organization, id)
        .flatMap(row -> take(row, cause, step.apply(row.run())))
        .as(commits::of)
        .doOnNext(
            advanced -> {
              if (advanced instanceof Advanced.Applied(_, var events)) {
                tell(true, id, events);
              }
            });
  }

  private Mono<RunRow> lock(String organization, RunId id) {
    return new Binding(database.sql(RunSql.LOCK))
        .add(organization)
        .add(id.value())
        .statement()
        .map(RunRow::read)
        .one();
  }

  private Mono<Advanced> take(RunRow row, @Nullable String cause, Step step) {
    return switch (step) {
      case Step.Moved moved ->
          Mono.deferContextual(
                  subscription -> save(row, cause, moved, traces.traceparent(subscription)))
              .flatMap(
                  saved ->
                      saved
                          ? announcements
                              .say(moved.events())
                              .thenReturn(new Advanced.Applied(moved.run(), moved.events()))
                          : Mono.just(new Advanced.Repeated(row.run())));
      case Step.Unmoved unmoved -> ignored(row, cause, unmoved.why());
    };
  }

  private Mono<Boolean> save(
      RunRow row, @Nullable String cause, Step.Moved moved, @Nullable String traceparent) {
    if (cause == null && moved.events().isEmpty()) {
      return Mono.just(true);
    }
    var change = new Change(moved.run(), moved.events(), sealer, traceparent);
    var statement = new Binding(database.sql(cause == null ? RunSql.CHANGE : RunSql.CHANGE_ONCE));
    new RunRow(moved.run(), row.said() + change.said()).bind(statement);
    change.bind(statement);
    return moved(cause == null ? statement : statement.add(cause));
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

  private static Mono<Boolean> moved(Binding statement) {
    return statement
        .statement()
        .map(row -> Long.valueOf(1).equals(row.get("moved", Long.class)))
        .one();
  }

  private void tell(boolean committed, RunId id, List<RunEvent> events) {
    if (committed) {
      witnesses.forEach(witness -> witness.saw(id, events));
    }
  }
}
