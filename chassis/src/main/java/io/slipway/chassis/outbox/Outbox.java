package io.slipway.chassis.outbox;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.sealing.Sealer;
import io.slipway.chassis.trace.Traces;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Where a service says things in the same transaction that changes its state. The relay is woken
 * when that transaction has committed.
 */
public final class Outbox {
  private static final String COLUMNS =
      "insert into outbox (event_id, lane, topic, key, headers, payload, sealed) values ";

  private final DatabaseClient database;
  private final Sealer sealer;
  private final Traces traces;
  private final String source;
  private final Clock clock;
  private final Consumer<Lane> wake;

  /**
   * @param source travels as {@code ce_source}: the service's name
   * @param wake called after commit for each lane that has something to publish
   */
  public Outbox(
      DatabaseClient database,
      Sealer sealer,
      Traces traces,
      String source,
      Clock clock,
      Consumer<Lane> wake) {
    this.database = database;
    this.sealer = sealer;
    this.traces = traces;
    this.source = source;
    this.clock = clock;
    this.wake = wake;
  }

  /** The context that seals the payload of a row. */
  static String sealedFor(String topic, String key) {
    return "outbox/" + topic + "/" + key;
  }

  /** Says one thing; see {@link #say(Collection)}. */
  public Mono<Void> say(Saying saying) {
    return say(List.of(saying));
  }

  /** Says things, in this order, in the transaction of the caller. */
  public Mono<Void> say(Collection<Saying> sayings) {
    if (sayings.isEmpty()) {
      return Mono.empty();
    }
    return Mono.deferContextual(
        subscription -> insert(List.copyOf(sayings), traces.traceparent(subscription)));
  }

  private Mono<Void> insert(List<Saying> sayings, @Nullable String traceparent) {
    var sql = new StringBuilder(COLUMNS);
    for (int i = 0; i < sayings.size(); i++) {
      sql.append(i == 0 ? "" : ", ")
          .append("(:e%1$d, :l%1$d, :t%1$d, :k%1$d, :h%1$d, :p%1$d, :s%1$d)".formatted(i));
    }
    var insert = database.sql(sql.toString());
    Set<Lane> lanes = EnumSet.noneOf(Lane.class);
    for (int i = 0; i < sayings.size(); i++) {
      var saying = sayings.get(i);
      lanes.add(saying.lane());
      var payload =
          saying.secret()
              ? sealer.seal(saying.payload(), sealedFor(saying.topic(), saying.key()))
              : saying.payload();
      insert =
          insert
              .bind("e" + i, saying.eventId())
              .bind("l" + i, saying.lane().name())
              .bind("t" + i, saying.topic())
              .bind("k" + i, saying.key())
              .bind("h" + i, headers(saying, traceparent))
              .bind("p" + i, payload)
              .bind("s" + i, saying.secret());
    }
    return insert.then().then(wakeAfterCommit(lanes));
  }

  private String headers(Saying saying, @Nullable String traceparent) {
    var headers = Json.object();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", saying.eventId());
    headers.put("ce_type", saying.type());
    headers.put("ce_source", source);
    headers.put("ce_time", clock.instant().toString());
    if (traceparent != null) {
      headers.put(Traces.TRACEPARENT, traceparent);
    }
    return Json.text(headers);
  }

  private Mono<Void> wakeAfterCommit(Set<Lane> lanes) {
    return TransactionSynchronizationManager.forCurrentTransaction()
        .doOnNext(
            transaction ->
                transaction.registerSynchronization(
                    new TransactionSynchronization() {
                      @Override
                      public Mono<Void> afterCommit() {
                        lanes.forEach(wake);
                        return Mono.empty();
                      }
                    }))
        .then()
        .onErrorResume(
            NoTransactionException.class,
            none -> {
              lanes.forEach(wake);
              return Mono.empty();
            });
  }
}
