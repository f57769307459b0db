package io.slipway.actionapi.access.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.actionapi.access.App;
import io.slipway.actionapi.access.Apps;
import io.slipway.actionapi.access.Credential;
import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.audit.AuditTrail;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The organisations' own credentials as rows; those of people are in the same table. */
@Component
class PostgresApps implements Apps {
  private static final String OURS =
      "select * from credential where organization_id = :organization and kind = 'MACHINE'";
  private static final String ALL = OURS + " order by created_at, client_id";
  private static final String FIND = OURS + " and client_id = :client";
  private static final String ADD =
      """
      insert into credential (id, organization_id, client_id, kind, email, name,
                              secret_hash, secret_sealed, standard, created_at, changed_at)
      values (:id, :organization, :client, 'MACHINE', '', :name,
              :hash, :sealed, false, :at, :at)
      """;
  private static final String RENAME =
      """
      update credential set name = :name, changed_at = :at
      where organization_id = :organization and client_id = :client and kind = 'MACHINE'
      """;

  /** The id changes with the secret, and with the id every token that was granted for the old. */
  private static final String ROTATE =
      """
      update credential
      set id = :id, secret_hash = :hash, secret_sealed = :sealed, changed_at = :at
      where organization_id = :organization and client_id = :client and kind = 'MACHINE'
      """;

  private static final String REMOVE =
      """
      delete from credential
      where organization_id = :organization and client_id = :client and kind = 'MACHINE'
        and not standard
      """;

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final AuditTrail audit;

  PostgresApps(DatabaseClient database, TransactionalOperator transaction, AuditTrail audit) {
    this.database = database;
    this.transaction = transaction;
    this.audit = audit;
  }

  @Override
  public Flux<App> all(String organization) {
    return database.sql(ALL).bind("organization", organization).map(PostgresApps::read).all();
  }

  @Override
  public Mono<App> find(String organization, String clientId) {
    return of(FIND, organization, clientId).map(PostgresApps::read).one();
  }

  @Override
  public Mono<Void> add(Credential credential, String name, AuditEntry entry) {
    return changed(fresh(ADD, credential).bind("name", name), entry).then();
  }

  @Override
  public Mono<Boolean> rename(App app, String name, AuditEntry entry) {
    return changed(
        of(RENAME, app.organization(), app.clientId())
            .bind("name", name)
            .bind("at", entry.at().atOffset(ZoneOffset.UTC)),
        entry);
  }

  @Override
  public Mono<Boolean> rotate(Credential fresh, AuditEntry entry) {
    return changed(fresh(ROTATE, fresh), entry);
  }

  @Override
  public Mono<Boolean> remove(App app, AuditEntry entry) {
    return changed(of(REMOVE, app.organization(), app.clientId()), entry);
  }

  private DatabaseClient.GenericExecuteSpec of(String sql, String organization, String clientId) {
    return database.sql(sql).bind("organization", organization).bind("client", clientId);
  }

  private DatabaseClient.GenericExecuteSpec fresh(String sql, Credential credential) {
    return of(sql, credential.organization(), credential.clientId())
        .bind("id", credential.id())
        .bind("hash", credential.secretHash())
        .bind("sealed", credential.secretSealed())
        .bind("at", credential.createdAt().atOffset(ZoneOffset.UTC));
  }

  private Mono<Boolean> changed(DatabaseClient.GenericExecuteSpec statement, AuditEntry entry) {
    return statement
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .flatMap(rows -> audit.write(entry).thenReturn(true))
        .defaultIfEmpty(false)
        .as(transaction::transactional);
  }

  private static App read(Readable row) {
    return new App(
        Rows.required(row, "organization_id", String.class),
        Rows.required(row, "client_id", String.class),
        Rows.required(row, "name", String.class),
        Rows.required(row, "secret_sealed", byte[].class),
        Rows.required(row, "standard", Boolean.class),
        Rows.required(row, "created_at", Instant.class),
        Rows.required(row, "changed_at", Instant.class));
  }
}
