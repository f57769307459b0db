package io.slipway.actionapi.action.postgres;

import io.slipway.actionapi.action.Action;
import io.slipway.actionapi.action.Actions;
import io.slipway.actionapi.action.Renames;
import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.audit.AuditTrail;
import io.slipway.chassis.inbox.Inbox;
import io.slipway.chassis.json.Json;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Actions as rows. */
@Component
class PostgresActions implements Actions {
  private static final String FIND =
      "select * from action where organization_id = :organization and identifier = :identifier";
  private static final String ALL =
      "select * from action where organization_id = :organization order by identifier";
  private static final String LOCK_ALL = ALL + " for update";
  private static final String ADD =
      """
      insert into action (id, organization_id, identifier, definition, permissions,
                          created_at, created_by, changed_at, changed_by)
      values (:id, :organization, :identifier, :definition, :permissions,
              :created_at, :created_by, :changed_at, :changed_by)
      """;
  private static final String CHANGE =
      """
      update action
      set identifier = :identifier, definition = :definition,
          changed_at = :changed_at, changed_by = :changed_by
      where id = :id and organization_id = :organization
      """;

  /** Two who change permissions at once must not lose either's change. */
  private static final String PERMIT =
      """
      update action set permissions = :permissions
      where id = :id and organization_id = :organization and permissions = :before
      """;

  private static final String FOLLOW =
      """
      update action set definition = :definition, permissions = :permissions
      where id = :id and organization_id = :organization
      """;
  private static final String REMOVE =
      "delete from action where id = :id and organization_id = :organization";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final AuditTrail audit;
  private final Inbox inbox;

  PostgresActions(
      DatabaseClient database, TransactionalOperator transaction, AuditTrail audit, Inbox inbox) {
    this.database = database;
    this.transaction = transaction;
    this.audit = audit;
    this.inbox = inbox;
  }

  @Override
  public Mono<Action> find(String organization, String identifier) {
    return database
        .sql(FIND)
        .bind("organization", organization)
        .bind("identifier", identifier)
        .map(ActionRow::read)
        .one();
  }

  @Override
  public Flux<Action> all(String organization) {
    return database.sql(ALL).bind("organization", organization).map(ActionRow::read).all();
  }

  @Override
  public Mono<Boolean> add(Action action, AuditEntry entry) {
    return ActionRow.bindNew(database.sql(ADD), action)
        .then()
        .then(audit.write(entry))
        .as(transaction::transactional)
        .thenReturn(true)
        .onErrorReturn(DuplicateKeyException.class, false);
  }

  @Override
  public Mono<Replaced> replace(Action before, Action after, AuditEntry entry) {
    var renamed = !before.identifier().equals(after.identifier());
    Mono<Void> followers =
        renamed
            ? follow(
                before.organization(),
                action ->
                    action.with(
                        Renames.ofAction(
                            action.definition(), before.identifier(), after.identifier()),
                        action.changedAt(),
                        action.changedBy()))
            : Mono.empty();
    return ActionRow.bindChanged(database.sql(CHANGE), after)
        .fetch()
        .rowsUpdated()
        .flatMap(
            rows ->
                rows == 0
                    ? Mono.just(Replaced.GONE)
                    : followers.then(audit.write(entry)).thenReturn(Replaced.DONE))
        .as(transaction::transactional)
        .onErrorReturn(DuplicateKeyException.class, Replaced.TAKEN);
  }

  @Override
  public Mono<Boolean> permit(Action before, Action after, AuditEntry entry) {
    return database
        .sql(PERMIT)
        .bind("id", after.id())
        .bind("organization", after.organization())
        .bind("permissions", Json.text(after.permissions()))
        .bind("before", Json.text(before.permissions()))
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .flatMap(rows -> audit.write(entry).thenReturn(true))
        .defaultIfEmpty(false)
        .as(transaction::transactional);
  }

  @Override
  public Mono<Boolean> remove(Action action, AuditEntry entry) {
    return database
        .sql(REMOVE)
        .bind("id", action.id())
        .bind("organization", action.organization())
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .flatMap(rows -> audit.write(entry).thenReturn(true))
        .defaultIfEmpty(false)
        .as(transaction::transactional);
  }

  @Override
  public Mono<Void> blueprintRenamed(String eventId, String organization, String from, String to) {
    return inbox
        .firstSight(eventId)
        .filter(first -> first)
        .flatMap(
            first ->
                follow(
                    organization,
                    action ->
                        action
                            .with(
                                Renames.ofBlueprint(action.definition(), from, to),
                                action.changedAt(),
                                action.changedBy())
                            .withPermissions(Renames.ofModerators(action.permissions(), from, to))))
        .as(transaction::transactional);
  }

  /** Changes those that the change makes a difference to; all are locked first. */
  private Mono<Void> follow(String organization, UnaryOperator<Action> how) {
    return database
        .sql(LOCK_ALL)
        .bind("organization", organization)
        .map(ActionRow::read)
        .all()
        .collectList()
        .flatMapIterable(all -> all)
        .concatMap(
            action -> {
              var changed = how.apply(action);
              return changed.equals(action) ? Mono.empty() : change(changed);
            })
        .then();
  }

  private Mono<Void> change(Action action) {
    return database
        .sql(FOLLOW)
        .bind("id", action.id())
        .bind("organization", action.organization())
        .bind("definition", Json.text(action.definition()))
        .bind("permissions", Json.text(action.permissions()))
        .then();
  }
}
