package io.slipway.actionapi.access.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.actionapi.access.ClientSecrets;
import io.slipway.actionapi.access.Credential;
import io.slipway.actionapi.access.Credentials;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Credentials as rows. */
@Component
class PostgresCredentials implements Credentials {
  private static final String ADD =
      """
      insert into credential (id, organization_id, client_id, kind, email, name,
                              secret_hash, secret_sealed, standard, created_at, changed_at)
      values (:id, :organization, :client, :kind, :email, '', :hash, :sealed, :standard, :at, :at)
      """;

  /** The id changes with the secret, and with the id every token that was granted for the old. */
  private static final String REPLACE =
      ADD
          + """
          on conflict on constraint credential_client_id_once do update
          set id = excluded.id, secret_hash = excluded.secret_hash,
              secret_sealed = excluded.secret_sealed, created_at = excluded.created_at,
              changed_at = excluded.changed_at
          """;

  private static final String WITH_CLIENT_ID =
      """
      select c.* from credential c
      join organization o on o.id = c.organization_id and o.state = 'ACTIVE'
      where c.client_id = :client
      order by c.organization_id
      """;
  private static final String SIGNING =
      "select secret_sealed from credential where organization_id = :organization and standard";
  private static final String STILL_COUNT =
      """
      select 1 as one from credential c
      join organization o on o.id = c.organization_id and o.state = 'ACTIVE'
      where c.id = :grant
      union all
      select 1 as one from password p
      join organization o on o.id = p.organization_id and o.state = 'ACTIVE'
      where p.session = :grant
      """;

  private final DatabaseClient database;
  private final ClientSecrets secrets;

  PostgresCredentials(DatabaseClient database, ClientSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  @Override
  public Mono<Void> add(Credential credential) {
    return write(ADD, credential);
  }

  @Override
  public Mono<Void> replace(Credential credential) {
    return write(REPLACE, credential);
  }

  private Mono<Void> write(String sql, Credential credential) {
    return database
        .sql(sql)
        .bind("id", credential.id())
        .bind("organization", credential.organization())
        .bind("client", credential.clientId())
        .bind("kind", credential.kind().name())
        .bind("email", credential.email())
        .bind("hash", credential.secretHash())
        .bind("sealed", credential.secretSealed())
        .bind("standard", credential.standard())
        .bind("at", credential.createdAt().atOffset(ZoneOffset.UTC))
        .then();
  }

  @Override
  public Flux<Credential> withClientId(String clientId) {
    return database
        .sql(WITH_CLIENT_ID)
        .bind("client", clientId)
        .map(PostgresCredentials::read)
        .all();
  }

  @Override
  public Mono<String> signingSecret(String organization) {
    return database
        .sql(SIGNING)
        .bind("organization", organization)
        .map(row -> secrets.open(organization, Rows.required(row, "secret_sealed", byte[].class)))
        .one();
  }

  @Override
  public Mono<Boolean> stillCount(String credentialOrSession) {
    return database
        .sql(STILL_COUNT)
        .bind("grant", credentialOrSession)
        .map(row -> true)
        .first()
        .defaultIfEmpty(false);
  }

  private static Credential read(Readable row) {
    return new Credential(
        Rows.required(row, "id", String.class),
        Rows.required(row, "organization_id", String.class),
        Rows.required(row, "client_id", String.class),
        Credential.Kind.valueOf(Rows.required(row, "kind", String.class)),
        Rows.required(row, "email", String.class),
        Rows.required(row, "secret_hash", byte[].class),
        Rows.required(row, "secret_sealed", byte[].class),
        Rows.required(row, "standard", Boolean.class),
        Rows.required(row, "created_at", Instant.class));
  }
}
