package io.slipway.actionapi.invocation.postgres;

import io.r2dbc.spi.Readable;
import io.slipway.actionapi.invocation.Invocation;
import io.slipway.actionapi.invocation.Invocations;
import io.slipway.actionapi.invocation.Said;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.outbox.Lane;
import io.slipway.chassis.outbox.OutboxRelay;
import io.slipway.chassis.rows.Rows;
import io.slipway.events.Topics;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Invocations as rows. */
@Component
class PostgresInvocations implements Invocations {

  /**
   * The invocation and what is said of it in one statement: one round trip and one write to disk
   * for the busiest thing that the edge does. The second table is the chassis' outbox.
   */
  private static final String KEEP =
      """
      with kept as (
        insert into invocation (run_id, organization_id, event_id, headers, payload, run,
                                idempotency_key, action_id, principal, body_hash, created_at)
        values (:run_id, :organization, :event, :headers, :payload, :run,
                :key, :action, :principal, :hash, :at)
        on conflict do nothing
        returning run_id, event_id, headers, payload)
      insert into outbox (event_id, lane, topic, key, headers, payload, sealed)
      select event_id, 'INTERNAL', :topic, run_id, headers, payload, false from kept
      """;

  private static final String BY_KEY =
      """
      select run, body_hash from invocation
      where organization_id = :organization and action_id = :action
        and principal = :principal and idempotency_key = :key
      """;
  private static final String SAID =
      """
      select run_id, event_id, headers, payload from invocation
      where run_id = :run_id and organization_id = :organization
      """;
  private static final String RUN =
      """
      select run from invocation
      where run_id = :run_id and organization_id = :organization and confirmed_at is null
      """;
  private static final String UNCONFIRMED =
      """
      select run_id, event_id, headers, payload from invocation
      where organization_id = :organization and confirmed_at is null
      order by created_at desc
      limit :most
      """;
  private static final String CONFIRM =
      """
      update invocation set confirmed_at = now()
      where run_id = any (:runs) and organization_id = :organization and confirmed_at is null
      """;

  private static final String SWEEP =
      """
      delete from invocation where run_id in
        (select run_id from invocation where confirmed_at < now() - interval '30 days' limit 10000)
      """;

  private final DatabaseClient database;
  private final String topic;
  private final ObjectProvider<OutboxRelay> relay;

  PostgresInvocations(DatabaseClient database, Topics topics, ObjectProvider<OutboxRelay> relay) {
    this.database = database;
    this.topic = topics.actionInvoked().name();
    this.relay = relay;
  }

  @Override
  public Mono<Kept> keep(Invocation invocation, Key key, Said said, JsonNode run) {
    return database
        .sql(KEEP)
        .bind("run_id", invocation.runId())
        .bind("organization", invocation.action().organization())
        .bind("event", said.eventId())
        .bind("headers", headers(said))
        .bind("payload", said.payload())
        .bind("run", Json.text(run))
        .bind("key", key.key())
        .bind("action", invocation.action().id())
        .bind("principal", key.principal())
        .bind("hash", key.bodyHash())
        .bind("at", invocation.at().atOffset(ZoneOffset.UTC))
        .bind("topic", topic)
        .fetch()
        .rowsUpdated()
        .flatMap(rows -> rows == 0 ? before(invocation, key) : fresh());
  }

  private Mono<Kept> fresh() {
    relay.getObject().wake(Lane.INTERNAL);
    return Mono.just(new Kept.New());
  }

  private Mono<Kept> before(Invocation invocation, Key key) {
    if (key.key().isEmpty()) {
      return Mono.error(new IllegalStateException("run id " + invocation.runId() + " twice"));
    }
    return database
        .sql(BY_KEY)
        .bind("organization", invocation.action().organization())
        .bind("action", invocation.action().id())
        .bind("principal", key.principal())
        .bind("key", key.key())
        .map(
            row ->
                MessageDigest.isEqual(Rows.required(row, "body_hash", byte[].class), key.bodyHash())
                    ? new Kept.Before(Json.parse(Rows.required(row, "run", String.class)))
                    : (Kept) new Kept.KeyUsed())
        .one();
  }

  @Override
  public Mono<Said> said(String organization, String runId) {
    return database
        .sql(SAID)
        .bind("run_id", runId)
        .bind("organization", organization)
        .map(PostgresInvocations::said)
        .one();
  }

  @Override
  public Mono<JsonNode> unconfirmedRun(String organization, String runId) {
    return database
        .sql(RUN)
        .bind("run_id", runId)
        .bind("organization", organization)
        .map(row -> Json.parse(Rows.required(row, "run", String.class)))
        .one();
  }

  @Override
  public Mono<List<Said>> unconfirmed(String organization, int most) {
    return database
        .sql(UNCONFIRMED)
        .bind("organization", organization)
        .bind("most", most)
        .map(PostgresInvocations::said)
        .all()
        .collectList();
  }

  @Override
  public Mono<Void> confirm(String organization, Collection<String> runIds) {
    return runIds.isEmpty()
        ? Mono.empty()
        : database
            .sql(CONFIRM)
            .bind("runs", runIds.toArray(String[]::new))
            .bind("organization", organization)
            .then();
  }

  @Override
  public Mono<Long> sweep() {
    return database.sql(SWEEP).fetch().rowsUpdated();
  }

  private static String headers(Said said) {
    ObjectNode headers = Json.object();
    said.headers().forEach(headers::put);
    return Json.text(headers);
  }

  private static Said said(Readable row) {
    var headers = new LinkedHashMap<String, String>();
    Json.parse(Rows.required(row, "headers", String.class))
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString("")));
    return new Said(
        Rows.required(row, "event_id", String.class),
        Rows.required(row, "run_id", String.class),
        headers,
        Rows.required(row, "payload", byte[].class));
  }
}
