package io.slipway.notifier.delivery.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.chassis.rows.Rows;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.delivery.Claim;
import io.slipway.notifier.delivery.Deliveries;
import io.slipway.notifier.delivery.Delivery;
import io.slipway.notifier.delivery.GivenUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deliveries in PostgreSQL; any number of replicas claim from them. */
@Component
class PostgresDeliveries implements Deliveries {
  private static final String KEEP =
      """
      insert into delivery (id, organization, run_id, channel, recipient, content, state)
      select :id, :organization, :run, :channel, :recipient, :content, 'PENDING'
      where not exists (select 1 from organization where id = :organization and erased_at is not null)
      on conflict do nothing
      """;
  private static final String CLAIM =
      """
      with due as (
        select id from delivery
        where channel = :channel and state = 'PENDING' and due_at <= now()
        order by due_at
        limit :most
        for update skip locked
      )
      update delivery
      set attempt = attempt + 1, due_at = now() + cast(:lease as interval)
      from due where delivery.id = due.id
      returning delivery.*, now() as claimed_at
      """;
  private static final String SETTLE =
      """
      update delivery
      set state = :state, settled_at = now(), reason = :reason,
          tell_run_at = case when :state = 'GIVEN_UP' then now() end
      where id = :id and attempt = :attempt and state = 'PENDING'
      """;
  private static final String AGAIN =
      """
      update delivery set due_at = now() + cast(:pause as interval), reason = :reason
      where id = :id and attempt = :attempt and state = 'PENDING'
      """;

  private static final String UNTOLD =
      """
      with due as (
        select id from delivery where tell_run_at <= now()
        order by tell_run_at
        limit :most
        for update skip locked
      )
      update delivery set tell_run_at = now() + cast(:pause as interval)
      from due where delivery.id = due.id
      returning delivery.*
      """;
  private static final String TOLD = "update delivery set tell_run_at = null where id = :id";

  private final DatabaseClient database;

  PostgresDeliveries(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> keep(Collection<Delivery> deliveries) {
    return Flux.fromIterable(deliveries).concatMap(this::keep).then();
  }

  private Mono<Void> keep(Delivery delivery) {
    return database
        .sql(KEEP)
        .bind("id", delivery.id())
        .bind("organization", delivery.organization())
        .bind("run", delivery.runId())
        .bind("channel", delivery.channel().kind().id())
        .bind("recipient", delivery.channel().recipient())
        .bind("content", ChannelText.of(delivery.channel()))
        .then();
  }

  @Override
  public Flux<Claim> claim(Channel.Kind kind, int most, Duration lease) {
    if (most == 0) {
      return Flux.empty();
    }
    return database
        .sql(CLAIM)
        .bind("channel", kind.id())
        .bind("most", most)
        .bind("lease", lease.toString())
        .map(PostgresDeliveries::claim)
        .all();
  }

  @Override
  public Mono<Void> delivered(Claim claim) {
    return settle(claim, "DELIVERED", "");
  }

  @Override
  public Mono<Void> givenUp(Claim claim, String why) {
    return settle(claim, "GIVEN_UP", why);
  }

  @Override
  public Mono<Void> again(Claim claim, Duration pause, String why) {
    return database
        .sql(AGAIN)
        .bind("pause", pause.toString())
        .bind("reason", why)
        .bind("id", claim.delivery().id())
        .bind("attempt", claim.attempt())
        .then();
  }

  @Override
  public Flux<GivenUp> untold(int most, Duration pause) {
    return database
        .sql(UNTOLD)
        .bind("most", most)
        .bind("pause", pause.toString())
        .map(row -> new GivenUp(delivery(row), text(row, "reason")))
        .all();
  }

  @Override
  public Mono<Void> told(GivenUp givenUp) {
    return database.sql(TOLD).bind("id", givenUp.delivery().id()).then();
  }

  private Mono<Void> settle(Claim claim, String state, String why) {
    return database
        .sql(SETTLE)
        .bind("state", state)
        .bind("reason", why)
        .bind("id", claim.delivery().id())
        .bind("attempt", claim.attempt())
        .then();
  }

  private static Delivery delivery(Readable row) {
    var channel =
        ChannelText.read(text(row, "channel"), text(row, "recipient"), text(row, "content"));
    return new Delivery(text(row, "id"), text(row, "organization"), text(row, "run_id"), channel);
  }

  private static Claim claim(Readable row) {
    return new Claim(
        delivery(row),
        Rows.required(row, "attempt", Integer.class),
        Rows.required(row, "created_at", Instant.class),
        Rows.required(row, "claimed_at", Instant.class));
  }

  private static String text(Readable row, String column) {
    return Rows.required(row, column, String.class);
  }
}
