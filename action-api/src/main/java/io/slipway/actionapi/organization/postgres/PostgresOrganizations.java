package io.slipway.actionapi.organization.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.actionapi.access.ClientSecrets;
import io.slipway.actionapi.access.Credential;
import io.slipway.actionapi.access.Credentials;
import io.slipway.actionapi.access.Passwords;
import io.slipway.actionapi.organization.Organization;
import io.slipway.actionapi.organization.OrganizationAnnouncements;
import io.slipway.actionapi.organization.Organizations;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Organisations as rows. */
@Component
class PostgresOrganizations implements Organizations {
  private static final String FIND = "select * from organization where id = :id";
  private static final String LOCK =
      "select * from organization where id = :id and state = 'ACTIVE' for update";
  private static final String KEPT =
      """
      select o.kafka_password, c.client_id, c.secret_sealed
      from organization o
      join credential c on c.organization_id = o.id and c.standard
      where o.id = :id
      """;
  private static final String ADD =
      """
      insert into organization (id, name, state, profile, admin_email, kafka_username,
                                kafka_password, probe, created_at, changed_at)
      values (:id, :name, :state, :profile, :admin, :user, :password, :probe, :at, :at)
      """;
  private static final String DUE = "insert into provisioning (organization_id) values (:id)";
  private static final String DONE = "delete from provisioning where organization_id = :id";
  private static final String ACTIVATE =
      """
      update organization set state = 'ACTIVE', changed_at = now()
      where id = :id and state = 'PROVISIONING'
      """;
  private static final String CHANGE =
      """
      update organization set name = :name, profile = :profile, changed_at = :at
      where id = :id
      """;

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final Credentials credentials;
  private final Passwords passwords;
  private final ClientSecrets secrets;
  private final OrganizationAnnouncements announcements;

  PostgresOrganizations(
      DatabaseClient database,
      TransactionalOperator transaction,
      Credentials credentials,
      Passwords passwords,
      ClientSecrets secrets,
      OrganizationAnnouncements announcements) {
    this.database = database;
    this.transaction = transaction;
    this.credentials = credentials;
    this.passwords = passwords;
    this.secrets = secrets;
    this.announcements = announcements;
  }

  @Override
  public Mono<Organization> find(String id) {
    return database.sql(FIND).bind("id", id).map(PostgresOrganizations::read).one();
  }

  @Override
  public Mono<Kept> credentials(String id) {
    return database
        .sql(KEPT)
        .bind("id", id)
        .map(
            row ->
                new Kept(
                    Rows.required(row, "client_id", String.class),
                    secrets.open(id, Rows.required(row, "secret_sealed", byte[].class)),
                    secrets.open(id, Rows.required(row, "kafka_password", byte[].class))))
        .one();
  }

  @Override
  public Mono<Boolean> found(
      Organization organization, Credential standard, String kafkaPassword, String passwordHash) {
    var admin =
        passwordHash.isEmpty()
            ? Mono.<Void>empty()
            : passwords.set(
                organization.id(),
                organization.adminEmail(),
                passwordHash,
                organization.createdAt());
    return add(organization, kafkaPassword)
        .then(credentials.add(standard))
        .then(admin)
        .then(database.sql(DUE).bind("id", organization.id()).then())
        .as(transaction::transactional)
        .thenReturn(true)
        .onErrorReturn(DuplicateKeyException.class, false);
  }

  private Mono<Void> add(Organization organization, String kafkaPassword) {
    return database
        .sql(ADD)
        .bind("id", organization.id())
        .bind("name", organization.name())
        .bind("state", organization.state().name())
        .bind("profile", Json.text(organization.profile()))
        .bind("admin", organization.adminEmail())
        .bind("user", organization.kafkaUsername())
        .bind("password", secrets.seal(organization.id(), kafkaPassword))
        .bind("probe", organization.probe())
        .bind("at", organization.createdAt().atOffset(ZoneOffset.UTC))
        .then();
  }

  @Override
  public Mono<Void> activate(Organization organization) {
    return database
        .sql(ACTIVATE)
        .bind("id", organization.id())
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .flatMap(first -> announcements.created(organization).thenReturn(first))
        .then(database.sql(DONE).bind("id", organization.id()).then())
        .as(transaction::transactional);
  }

  @Override
  public Mono<Organization> change(String id, UnaryOperator<Organization> how) {
    return database
        .sql(LOCK)
        .bind("id", id)
        .map(PostgresOrganizations::read)
        .one()
        .map(how)
        .flatMap(changed -> keep(changed).thenReturn(changed))
        .as(transaction::transactional);
  }

  private Mono<Void> keep(Organization organization) {
    return database
        .sql(CHANGE)
        .bind("id", organization.id())
        .bind("name", organization.name())
        .bind("profile", Json.text(organization.profile()))
        .bind("at", organization.changedAt().atOffset(ZoneOffset.UTC))
        .then()
        .then(announcements.changed(organization));
  }

  private static Organization read(Readable row) {
    return new Organization(
        Rows.required(row, "id", String.class),
        Rows.required(row, "name", String.class),
        Organization.State.valueOf(Rows.required(row, "state", String.class)),
        Json.object(Rows.required(row, "profile", String.class)),
        Rows.required(row, "admin_email", String.class),
        Rows.required(row, "kafka_username", String.class),
        Rows.required(row, "probe", Boolean.class),
        Rows.required(row, "created_at", Instant.class),
        Rows.required(row, "changed_at", Instant.class));
  }
}
