package io.slipway.chassis.listening;

import io.r2dbc.spi.Readable;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.outbox.Outbox;
import io.slipway.chassis.outbox.Saying;
import io.slipway.chassis.rows.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What could not be handled, kept with its bytes, headers and order: the first record of a key that
 * failed for good, and every later one of the same topic and key behind it. Each is also said on
 * the dead-letter topic, for whoever watches there.
 */
public final class DeadLetters {
  /** Held until the transaction ends, so that nothing slips in behind a redrive. */
  private static final String LOCK_KEY =
      "select pg_advisory_xact_lock(hashtextextended(:topic || chr(10) || :key, 0))";

  private static final String ANY_OPEN =
      "select exists (select 1 from dead_letter where topic = :topic and key = :key and resolved_at is null) as open";

  private static final String OPEN_PLACES =
      "select distinct topic, key from dead_letter where resolved_at is null";

  private static final String KEEP =
      """
      insert into dead_letter (topic, partition, "offset", key, event_id, headers, payload, reason, behind)
      values (:topic, :partition, :offset, :key, :event, :headers, :payload, :reason, :behind)
      on conflict do nothing
      """;

  private static final String OPEN =
      "select * from dead_letter where topic = :topic and key = :key and resolved_at is null order by id";

  private static final String OPEN_ALL =
      "select * from dead_letter where resolved_at is null order by id limit 1000";

  private static final String RESOLVE = "update dead_letter set resolved_at = now() where id = :id";

  private final DatabaseClient database;
  private final TransactionalOperator transaction;
  private final Outbox outbox;
  private final String group;

  public DeadLetters(
      DatabaseClient database, TransactionalOperator transaction, Outbox outbox, String group) {
    this.database = database;
    this.transaction = transaction;
    this.outbox = outbox;
    this.group = group;
  }

  /**
   * A record that was set aside.
   *
   * @param reason why; for one that only waits behind another, that
   * @param behind whether it only waits
   */
  public record DeadLetter(long id, Message message, String reason, boolean behind) {}

  /** Keeps a record that failed for good. */
  Mono<Void> setAside(Message message, String reason) {
    return lock(message.topic(), message.key())
        .then(keep(message, reason, false))
        .as(transaction::transactional);
  }

  /** Keeps a record behind an earlier one of its key, if that is still there; true when it did. */
  Mono<Boolean> keepBehind(Message message) {
    return lock(message.topic(), message.key())
        .then(anyOpen(message.topic(), message.key()))
        .flatMap(
            open ->
                open
                    ? keep(message, "waits behind an earlier record of its key", true)
                        .thenReturn(true)
                    : Mono.just(false))
        .as(transaction::transactional);
  }

  /** The topics and keys with something set aside, as {@code topic\nkey}. */
  Flux<String> openPlaces() {
    return database
        .sql(OPEN_PLACES)
        .map(
            row ->
                place(
                    Rows.required(row, "topic", String.class),
                    Rows.required(row, "key", String.class)))
        .all();
  }

  static String place(String topic, String key) {
    return topic + "\n" + key;
  }

  /** Everything that is set aside, oldest first, at most 1,000. */
  public Flux<DeadLetter> open() {
    return database.sql(OPEN_ALL).map(DeadLetters::read).all();
  }

  /**
   * Hands the records of a key in again, in their order and with their event ids, until one fails
   * or none is left. The key stays locked meanwhile: what arrives waits.
   */
  Mono<Long> redrive(
      String topic, String key, java.util.function.Function<Message, Mono<Void>> handler) {
    return lock(topic, key)
        .thenMany(
            database.sql(OPEN).bind("topic", topic).bind("key", key).map(DeadLetters::read).all())
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(
            letter ->
                outsideOf(handler.apply(letter.message()))
                    .then(database.sql(RESOLVE).bind("id", letter.id()).fetch().rowsUpdated()))
        .reduce(0L, Long::sum)
        .as(transaction::transactional);
  }

  /** The handler has transactions of its own; it must not join the one that holds the lock. */
  private static Mono<Void> outsideOf(Mono<Void> work) {
    return work.contextWrite(context -> reactor.util.context.Context.empty());
  }

  private Mono<Void> lock(String topic, String key) {
    return database.sql(LOCK_KEY).bind("topic", topic).bind("key", key).fetch().all().then();
  }

  private Mono<Boolean> anyOpen(String topic, String key) {
    return database
        .sql(ANY_OPEN)
        .bind("topic", topic)
        .bind("key", key)
        .map(row -> Rows.required(row, "open", Boolean.class))
        .one();
  }

  private Mono<Void> keep(Message message, String reason, boolean behind) {
    var insert =
        database
            .sql(KEEP)
            .bind("topic", message.topic())
            .bind("partition", message.partition())
            .bind("offset", message.offset())
            .bind("key", message.key())
            .bind("event", message.eventId())
            .bind("headers", message.headersText())
            .bind("reason", reason)
            .bind("behind", behind);
    var payload = message.payload();
    var bound =
        payload == null
            ? insert.bindNull("payload", byte[].class)
            : insert.bind("payload", payload);
    return bound
        .fetch()
        .rowsUpdated()
        .flatMap(rows -> rows == 0 ? Mono.empty() : outbox.say(letter(message, reason)));
  }

  /** What is said on the dead-letter topic: where it lay, why it failed, and its original bytes. */
  private Saying letter(Message message, String reason) {
    var value = Json.object();
    value.put("topic", message.topic());
    value.put("partition", message.partition());
    value.put("offset", message.offset());
    value.put("key", message.key());
    value.put("eventId", message.eventId());
    value.put("reason", reason);
    value.set("headers", Json.parse(message.headersText()));
    var payload = message.payload();
    if (payload != null) {
      value.put("payload", java.util.Base64.getEncoder().encodeToString(payload));
    }
    return Saying.event(
        message.eventId(),
        message.topic() + "." + group + ".dlt",
        message.key(),
        "io.slipway.dead-letter",
        Json.text(value).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static DeadLetter read(Readable row) {
    Map<String, String> headers = new HashMap<>();
    for (var header : Json.parse(Rows.required(row, "headers", String.class)).properties()) {
      headers.put(header.getKey(), header.getValue().asString());
    }
    var message =
        new Message(
            Rows.required(row, "topic", String.class),
            Rows.required(row, "partition", Integer.class),
            Rows.required(row, "offset", Long.class),
            Rows.required(row, "key", String.class),
            Rows.required(row, "event_id", String.class),
            headers,
            Rows.optional(row, "payload", byte[].class));
    return new DeadLetter(
        Rows.required(row, "id", Long.class),
        message,
        Rows.required(row, "reason", String.class),
        Rows.required(row, "behind", Boolean.class));
  }

  /** The topics of dead letters that belong to the topics heard. */
  List<String> topicsFor(List<String> heard) {
    return heard.stream().map(topic -> topic + "." + group + ".dlt").toList();
  }
}
