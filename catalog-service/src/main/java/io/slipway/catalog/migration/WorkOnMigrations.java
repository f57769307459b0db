package io.slipway.catalog.migration;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.blueprint.EditBlueprints;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.entity.DeleteEntity;
import io.slipway.catalog.migration.Migration.Progress;
import io.slipway.catalog.migration.Migration.Status;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Carries migrations on, a batch in each transaction: whatever is killed in between, no entity goes
 * without being counted and none is counted that did not go.
 */
public final class WorkOnMigrations {
  private static final int BATCH = 100;

  private final MigrationRows rows;
  private final Blueprints blueprints;
  private final EditBlueprints edit;
  private final DeleteEntity delete;
  private final Atomic atomic;
  private final Clock clock;

  public WorkOnMigrations(
      MigrationRows rows,
      Blueprints blueprints,
      EditBlueprints edit,
      DeleteEntity delete,
      Atomic atomic,
      Clock clock) {
    this.rows = rows;
    this.blueprints = blueprints;
    this.edit = edit;
    this.delete = delete;
    this.atomic = atomic;
    this.clock = clock;
  }

  /** Works until there is nothing to do; answers how many batches it did. */
  public Mono<Long> work() {
    return Mono.defer(() -> atomic.atomically(rows.takeOne().flatMap(this::batch).hasElement()))
        .repeat()
        .takeWhile(worked -> worked)
        .count();
  }

  private Mono<Migration> batch(Migration migration) {
    var wanted = migration.wanted();
    return rows.some(migration.organization(), wanted.blueprintId(), BATCH)
        .collectList()
        .zipWith(blueprint(migration).map(Blueprint::identifier).defaultIfEmpty(""))
        .flatMap(
            found ->
                found.getT1().isEmpty() || found.getT2().isEmpty()
                    ? finish(migration, found.getT2())
                    : delete(migration, found.getT2(), found.getT1()))
        .flatMap(after -> rows.update(after).thenReturn(after));
  }

  /** It may have another identifier by now. */
  private Mono<Blueprint> blueprint(Migration migration) {
    return blueprints
        .all(migration.organization())
        .filter(one -> one.id().equals(migration.wanted().blueprintId()))
        .next();
  }

  private Mono<Migration> delete(Migration migration, String blueprint, List<String> some) {
    return delete
        .deleteAll(doing(migration), blueprint, some, true)
        .map(deleted -> moved(migration, Status.RUNNING, deleted.size(), null))
        .onErrorResume(
            Refusal.class,
            refusal -> Mono.just(moved(migration, Status.FAILURE, 0, refusal.sentence())));
  }

  private Mono<Migration> finish(Migration migration, String blueprint) {
    var completed = moved(migration, Status.COMPLETED, 0, null);
    if (!migration.wanted().deleteBlueprint() || blueprint.isEmpty()) {
      return Mono.just(completed);
    }
    return edit.delete(caller(migration), blueprint)
        .thenReturn(completed)
        .onErrorResume(
            Refusal.class,
            refusal -> Mono.just(moved(migration, Status.FAILURE, 0, refusal.sentence())));
  }

  private Migration moved(Migration migration, Status status, int more, @Nullable String reason) {
    var progress = migration.progress();
    return migration.with(
        new Progress(status, progress.done() + more, progress.failed(), reason, now()));
  }

  private Doing doing(Migration migration) {
    return new Doing(caller(migration), now(), migration.wanted().runId());
  }

  private static Caller caller(Migration migration) {
    return migration.by().caller(migration.organization());
  }

  private Instant now() {
    return Times.shown(clock.instant());
  }
}
