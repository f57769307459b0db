package io.slipway.orchestrator.dispatch.postgres;

import io.slipway.chassis.rows.Rows;
import io.slipway.orchestrator.dispatch.DueDispatches;
import io.slipway.orchestrator.run.RunId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Dispatches that are due, in PostgreSQL, by its clock. */
@Component
class PostgresDueDispatches implements DueDispatches {
  /** The claim is a lease of two seconds at first and of a minute at last. */
  private static final String CLAIM =
      """
      update dispatch set tries = tries + 1,
                          due_at = now() + least(interval '1 minute', interval '2 seconds' * power(2, least(tries, 5)))
      where run_id in (select run_id from dispatch
                       where state = 'DUE' and due_at <= now()
                       order by due_at limit $1
                       for update skip locked)
      returning organization, run_id, traceparent
      """;

  private static final String DROP = "delete from dispatch where run_id = $1 and state = 'DUE'";

  /** The relay parks; what it has parked says which run waits in vain. */
  private static final String PARKED =
      """
      select r.organization, r.id as run_id, o.parked as reason
      from outbox o join run r on r.id = o.key and o.topic = r.organization || '.runs'
      where o.parked is not null and o.published_at is null and r.ended_at is null
      """;

  private final DatabaseClient database;

  PostgresDueDispatches(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Flux<Due> claim(int most) {
    return database
        .sql(CLAIM)
        .bind(0, most)
        .map(
            row ->
                new Due(
                    Rows.required(row, "organization", String.class),
                    new RunId(Rows.required(row, "run_id", String.class)),
                    Rows.optional(row, "traceparent", String.class)))
        .all();
  }

  @Override
  public Mono<Void> drop(RunId run) {
    return database.sql(DROP).bind(0, run.value()).then();
  }

  @Override
  public Flux<Parked> parked() {
    return database
        .sql(PARKED)
        .map(
            row ->
                new Parked(
                    Rows.required(row, "organization", String.class),
                    new RunId(Rows.required(row, "run_id", String.class)),
                    Rows.required(row, "reason", String.class)))
        .all();
  }
}
