package io.slipway.catalog.delivery.postgres;

import io.slipway.catalog.change.ToldLater;
import io.slipway.catalog.delivery.Deliveries;
import io.slipway.catalog.delivery.Delivery;
import io.slipway.chassis.rows.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresDeliveries implements Deliveries, ToldLater {
  private static final String TELL =
      """
      insert into change_delivery (organization, event_id, url, body)
      values (:organization, :event, :url, :body)
      """;
  private static final String CLAIM =
      """
      with due as (
        select organization, event_id from change_delivery
         where given_up_at is null and due_at <= now()
         order by due_at
         limit :most
           for update skip locked)
      update change_delivery d
         set attempt = d.attempt + 1, due_at = now() + make_interval(secs => :lease)
        from due
       where d.organization = due.organization and d.event_id = due.event_id
      returning d.organization, d.event_id, d.url, d.body, d.attempt, d.created_at, now() as moment
      """;
  private static final String HEARD =
      "delete from change_delivery where organization = :organization and event_id = :event";
  private static final String AGAIN =
      """
      update change_delivery set due_at = :at, reason = :why
       where organization = :organization and event_id = :event
      """;
  private static final String GIVEN_UP =
      """
      update change_delivery set given_up_at = now(), reason = :why
       where organization = :organization and event_id = :event
      """;

  private final DatabaseClient database;

  PostgresDeliveries(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> tell(String organization, String eventId, String url, String body) {
    return database
        .sql(TELL)
        .bind("organization", organization)
        .bind("event", eventId)
        .bind("url", url)
        .bind("body", body)
        .then();
  }

  @Override
  public Flux<Delivery> claim(int most, Duration lease) {
    return database
        .sql(CLAIM)
        .bind("most", most)
        .bind("lease", (double) lease.toSeconds())
        .map(
            row ->
                new Delivery(
                    Rows.required(row, "organization", String.class),
                    Rows.required(row, "event_id", String.class),
                    Rows.required(row, "url", String.class),
                    Rows.required(row, "body", String.class),
                    Rows.required(row, "attempt", Integer.class),
                    Rows.required(row, "created_at", Instant.class),
                    Rows.required(row, "moment", Instant.class)))
        .all();
  }

  @Override
  public Mono<Void> heard(Delivery delivery) {
    return of(HEARD, delivery).then();
  }

  @Override
  public Mono<Void> again(Delivery delivery, Instant at, String why) {
    return of(AGAIN, delivery).bind("at", at.atOffset(ZoneOffset.UTC)).bind("why", why).then();
  }

  @Override
  public Mono<Void> givenUp(Delivery delivery, String why) {
    return of(GIVEN_UP, delivery).bind("why", why).then();
  }

  private DatabaseClient.GenericExecuteSpec of(String sql, Delivery delivery) {
    return database
        .sql(sql)
        .bind("organization", delivery.organization())
        .bind("event", delivery.eventId());
  }
}
