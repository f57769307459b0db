package io.slipway.orchestrator.dispatch.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.chassis.rows.Rows;
import io.slipway.chassis.sealing.Sealer;
import io.slipway.orchestrator.dispatch.Call;
import io.slipway.orchestrator.dispatch.DueCalls;
import io.slipway.orchestrator.run.RunId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls that are due, in PostgreSQL, by its clock. */
@Component
class PostgresDueCalls implements DueCalls {
  /** $1 most, $2 per organization, $3 lease in milliseconds. One slow organization leaves room. */
  private static final String CLAIM =
      """
      with busy as (
        select organization, count(*) as calls from dispatch
        where state = 'CALL' and leased_until > now() group by organization),
      next as (
        select d.run_id, d.due_at,
               row_number() over (partition by d.organization order by d.due_at)
                 + coalesce(b.calls, 0) as place
        from dispatch d left join busy b on b.organization = d.organization
        where d.state = 'CALL' and d.due_at <= now()
          and (d.leased_until is null or d.leased_until <= now()))
      update dispatch set tries = tries + 1,
                          leased_until = now() + $3 * interval '1 millisecond'
      where run_id in (
        select run_id from dispatch
        where run_id in (select run_id from next where place <= $2 order by due_at limit $1)
          and state = 'CALL' and (leased_until is null or leased_until <= now())
        for update skip locked)
      returning organization, run_id, dispatch_id, method, payload, tries, sent_at, traceparent
      """;

  /** A claim that has been lost to somebody else has another number. */
  private static final String AGAIN =
      """
      update dispatch set due_at = now() + $3 * interval '1 millisecond', leased_until = null,
                          reason = $4
      where run_id = $1 and state = 'CALL' and tries = $2
      """;

  private static final String DONE =
      """
      update dispatch set state = 'SENT', leased_until = null
      where run_id = $1 and state = 'CALL'
      """;

  private final DatabaseClient database;
  private final Sealer sealer;

  PostgresDueCalls(DatabaseClient database, Sealer sealer) {
    this.database = database;
    this.sealer = sealer;
  }

  @Override
  public Flux<Call> claim(int most, int perOrganization, Duration lease) {
    return database
        .sql(CLAIM)
        .bind(0, most)
        .bind(1, perOrganization)
        .bind(2, lease.toMillis())
        .map(this::call)
        .all();
  }

  private Call call(Readable row) {
    var run = Rows.required(row, "run_id", String.class);
    return new Call(
        Rows.required(row, "organization", String.class),
        new RunId(run),
        Rows.required(row, "dispatch_id", String.class),
        Rows.required(row, "method", String.class),
        sealer.open(Rows.required(row, "payload", byte[].class), "dispatch/" + run),
        Rows.required(row, "tries", Integer.class),
        Rows.required(row, "sent_at", Instant.class),
        Rows.optional(row, "traceparent", String.class));
  }

  @Override
  public Mono<Void> again(Call call, Duration pause, String why) {
    return database
        .sql(AGAIN)
        .bind(0, call.run().value())
        .bind(1, call.attempt())
        .bind(2, pause.toMillis())
        .bind(3, why)
        .then();
  }

  @Override
  public Mono<Void> done(Call call) {
    return database.sql(DONE).bind(0, call.run().value()).then();
  }
}
