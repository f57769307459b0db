package io.slipway.actionapi.access.postgres;

import io.slipway.actionapi.access.Passwords;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Passwords as rows; addresses are kept in lower case. */
@Component
class PostgresPasswords implements Passwords {
  private static final String SET =
      """
      insert into password (organization_id, email, hash, session, changed_at)
      values (:organization, :email, :hash, :session, :at)
      on conflict (organization_id, email) do update
      set hash = excluded.hash, session = excluded.session, changed_at = excluded.changed_at
      """;
  private static final String OF =
      """
      select p.* from password p
      join organization o on o.id = p.organization_id and o.state = 'ACTIVE'
      where p.email = :email
      order by p.organization_id
      """;

  private final DatabaseClient database;

  PostgresPasswords(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> set(String organization, String email, String hash, Instant at) {
    return database
        .sql(SET)
        .bind("organization", organization)
        .bind("email", email.toLowerCase(Locale.ROOT))
        .bind("hash", hash)
        .bind("session", Ids.withPrefix("ses_"))
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .then();
  }

  @Override
  public Flux<Kept> of(String email) {
    return database
        .sql(OF)
        .bind("email", email)
        .map(
            row ->
                new Kept(
                    Rows.required(row, "organization_id", String.class),
                    Rows.required(row, "email", String.class),
                    Rows.required(row, "hash", String.class),
                    Rows.required(row, "session", String.class)))
        .all();
  }
}
