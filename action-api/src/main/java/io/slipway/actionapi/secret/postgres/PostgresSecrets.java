package io.slipway.actionapi.secret.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.actionapi.secret.Envelope;
import io.slipway.actionapi.secret.Secret;
import io.slipway.actionapi.secret.Secrets;
import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.audit.AuditTrail;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Secrets as rows; only the column {@code sealed} depends on their values. */
@Component
class PostgresSecrets implements Secrets {
  private static final String METADATA =
      "select organization_id, name, description, created_at, changed_at from organization_secret";
  private static final String ALL =
      METADATA + " where organization_id = :organization order by name collate \"C\"";
  private static final String FIND =
      METADATA + " where organization_id = :organization and name = :name";
  private static final String ADD =
      """
      insert into organization_secret (organization_id, name, description, sealed,
                                       created_at, changed_at)
      values (:organization, :name, :description, :sealed, :at, :at)
      """;
  private static final String DESCRIBE =
      """
      update organization_secret set description = :description, changed_at = :at
      where organization_id = :organization and name = :name
      """;
  private static final String CHANGE =
      """
      update organization_secret set description = :description, sealed = :sealed, changed_at = :at
      where organization_id = :organization and name = :name
      """;
  private static final String REMOVE =
      "delete from organization_secret where organization_id = :organization and name = :name";
  private static final String VALUE =
      """
      select s.sealed, k.wrapped from organization_secret s
      join data_key k on k.organization_id = s.organization_id
      where s.organization_id = :organization and s.name = :name
      """;

  /** Two who make the first secret at once agree on one key. */
  private static final String OFFER_KEY =
      """
      insert into data_key (organization_id, wrapped, created_at)
      values (:organization, :wrapped, now())
      on conflict on constraint data_key_pk do nothing
      """;

  private static final String KEY =
      "select wrapped from data_key where organization_id = :organization";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final Envelope envelope;
  private final AuditTrail audit;

  PostgresSecrets(
      DatabaseClient database,
      TransactionalOperator transaction,
      Envelope envelope,
      AuditTrail audit) {
    this.database = database;
    this.transaction = transaction;
    this.envelope = envelope;
    this.audit = audit;
  }

  @Override
  public Flux<Secret> all(String organization) {
    return database.sql(ALL).bind("organization", organization).map(PostgresSecrets::read).all();
  }

  @Override
  public Mono<Secret> find(String organization, String name) {
    return database
        .sql(FIND)
        .bind("organization", organization)
        .bind("name", name)
        .map(PostgresSecrets::read)
        .one();
  }

  @Override
  public Mono<Boolean> add(Secret secret, String value, AuditEntry entry) {
    return dataKey(secret.organization())
        .flatMap(
            key ->
                bound(database.sql(ADD), secret)
                    .bind("sealed", envelope.seal(key, secret, value))
                    .then())
        .then(audit.write(entry))
        .as(transaction::transactional)
        .thenReturn(true)
        .onErrorReturn(DuplicateKeyException.class, false);
  }

  @Override
  public Mono<Boolean> change(Secret secret, @Nullable String value, AuditEntry entry) {
    Mono<Long> changed =
        value == null
            ? bound(database.sql(DESCRIBE), secret).fetch().rowsUpdated()
            : dataKey(secret.organization())
                .flatMap(
                    key ->
                        bound(database.sql(CHANGE), secret)
                            .bind("sealed", envelope.seal(key, secret, value))
                            .fetch()
                            .rowsUpdated());
    return recorded(changed, entry);
  }

  @Override
  public Mono<Boolean> remove(Secret secret, AuditEntry entry) {
    return recorded(
        database
            .sql(REMOVE)
            .bind("organization", secret.organization())
            .bind("name", secret.name())
            .fetch()
            .rowsUpdated(),
        entry);
  }

  private Mono<Boolean> recorded(Mono<Long> rows, AuditEntry entry) {
    return rows.filter(count -> count == 1)
        .flatMap(count -> audit.write(entry).thenReturn(true))
        .defaultIfEmpty(false)
        .as(transaction::transactional);
  }

  @Override
  public Mono<String> value(String organization, String name) {
    return database
        .sql(VALUE)
        .bind("organization", organization)
        .bind("name", name)
        .map(
            row ->
                envelope.open(
                    Rows.required(row, "wrapped", byte[].class),
                    organization,
                    name,
                    Rows.required(row, "sealed", byte[].class)))
        .one();
  }

  private Mono<byte[]> dataKey(String organization) {
    return kept(organization)
        .switchIfEmpty(
            Mono.defer(
                () ->
                    database
                        .sql(OFFER_KEY)
                        .bind("organization", organization)
                        .bind("wrapped", envelope.newDataKey(organization))
                        .then()
                        .then(kept(organization))));
  }

  private Mono<byte[]> kept(String organization) {
    return database
        .sql(KEY)
        .bind("organization", organization)
        .map(row -> Rows.required(row, "wrapped", byte[].class))
        .one();
  }

  private static GenericExecuteSpec bound(GenericExecuteSpec sql, Secret secret) {
    var bound =
        sql.bind("organization", secret.organization())
            .bind("name", secret.name())
            .bind("at", secret.changedAt().atOffset(ZoneOffset.UTC));
    var description = secret.description();
    return description == null
        ? bound.bindNull("description", String.class)
        : bound.bind("description", description);
  }

  private static Secret read(Readable row) {
    return new Secret(
        Rows.required(row, "organization_id", String.class),
        Rows.required(row, "name", String.class),
        Rows.optional(row, "description", String.class),
        Rows.required(row, "created_at", Instant.class),
        Rows.required(row, "changed_at", Instant.class));
  }
}
