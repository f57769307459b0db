package io.slipway.actionapi.organization.postgres;

import io.slipway.actionapi.organization.Provisioning;
import io.slipway.chassis.rows.Rows;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Due rows, claimed by the database's clock and by any number of replicas. */
@Component
class PostgresProvisioning implements Provisioning {
  private static final String CLAIM =
      """
      update provisioning set due_at = now() + :lease::interval, attempt = attempt + 1
      where organization_id = (
        select organization_id from provisioning where due_at <= now()
        order by due_at limit 1 for update skip locked)
      returning organization_id, attempt
      """;
  private static final String PUT_OFF =
      """
      update provisioning set due_at = now() + :pause::interval, last_error = :why
      where organization_id = :id
      """;
  private static final int LONGEST_ERROR = 1000;

  private final DatabaseClient database;

  PostgresProvisioning(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Turn> claim(Duration lease) {
    return database
        .sql(CLAIM)
        .bind("lease", lease.toMillis() + " milliseconds")
        .map(
            row ->
                new Turn(
                    Rows.required(row, "organization_id", String.class),
                    Rows.required(row, "attempt", Integer.class)))
        .one();
  }

  @Override
  public Mono<Void> putOff(String organization, Duration pause, String why) {
    return database
        .sql(PUT_OFF)
        .bind("id", organization)
        .bind("pause", pause.toMillis() + " milliseconds")
        .bind("why", why.length() > LONGEST_ERROR ? why.substring(0, LONGEST_ERROR) : why)
        .then();
  }
}
