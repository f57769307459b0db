package io.slipway.catalog.timer.postgres;

import io.slipway.catalog.entity.TimersArmed;
import io.slipway.catalog.schema.Formats;
import io.slipway.catalog.timer.Timers;
import io.slipway.chassis.rows.Rows;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PostgresTimers implements Timers, TimersArmed {
  private static final String DISARM =
      """
      delete from timer
       where organization = :organization and entity_id = :entity and property <> all (:properties)
      """;

  /** The same value neither fires again nor is disarmed. */
  private static final String ARM =
      """
      insert into timer (organization, entity_id, property, value, due_at)
      values (:organization, :entity, :property, :value, :due)
      on conflict on constraint timer_pk do update
         set value = excluded.value, due_at = excluded.due_at, fired_at = null
       where timer.value <> excluded.value
      """;

  /** The entity is locked too, so that what is said of it stays in order. */
  private static final String TAKE =
      """
      with due as (
        select t.organization, t.entity_id, t.property
          from timer t
          join entity e on e.organization = t.organization and e.id = t.entity_id
         where t.fired_at is null and t.due_at <= now()
         order by t.due_at
         limit 1
           for update of t, e skip locked)
      update timer set fired_at = now()
        from due
       where timer.organization = due.organization and timer.entity_id = due.entity_id
         and timer.property = due.property
      returning timer.organization, timer.entity_id, timer.property, timer.value
      """;

  private final DatabaseClient database;

  PostgresTimers(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Void> follow(String organization, String entityId, Map<String, String> moments) {
    return database
        .sql(DISARM)
        .bind("organization", organization)
        .bind("entity", entityId)
        .bind("properties", moments.keySet().toArray(String[]::new))
        .then()
        .thenMany(Flux.fromIterable(moments.entrySet()))
        .concatMap(moment -> arm(organization, entityId, moment.getKey(), moment.getValue()))
        .then();
  }

  private Mono<Void> arm(String organization, String entityId, String property, String text) {
    var due = Formats.moment(text);
    if (due == null) {
      // Written before the property became a timer; it is no moment, so it never comes.
      return Mono.empty();
    }
    return database
        .sql(ARM)
        .bind("organization", organization)
        .bind("entity", entityId)
        .bind("property", property)
        .bind("value", text)
        .bind("due", due.atOffset(ZoneOffset.UTC))
        .then();
  }

  @Override
  public Mono<Due> takeOne() {
    return database
        .sql(TAKE)
        .map(
            row ->
                new Due(
                    Rows.required(row, "organization", String.class),
                    Rows.required(row, "entity_id", String.class),
                    Rows.required(row, "property", String.class),
                    Rows.required(row, "value", String.class)))
        .one();
  }
}
