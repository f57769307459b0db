package io.slipway.chassis.outbox;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.sealing.Sealer;
import io.slipway.chassis.trace.Traces;
import java.time.Clock;
import java.util.ArrayList;
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
import reactor.util.context.ContextView;

/**
 * Where a service says things in the same transaction that changes its state. The relay is woken
 * when that transaction has committed.
 */
public final class Outbox {
  private static final String ONCE = "(select 1) as once";

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
    return Mono.deferContextual(subscription -> insert(entries(sayings, subscription)));
  }

  /**
   * The same things for the statement of a caller, who calls {@link #committed} after it.
   *
   * @param subscription carries the trace that the records go on with
   */
  public OutboxEntries entries(Collection<Saying> sayings, ContextView subscription) {
    var traceparent = traces.traceparent(subscription);
    Set<Lane> lanes = EnumSet.noneOf(Lane.class);
    List<List<Object>> rows = new ArrayList<>(sayings.size());
    for (var saying : sayings) {
      lanes.add(saying.lane());
      rows.add(row(saying, traceparent));
    }
    return new OutboxEntries(rows, lanes);
  }

  /** Wakes the relay for entries whose statement is committed. */
  public void committed(OutboxEntries entries) {
    entries.lanes().forEach(wake);
  }

  private List<Object> row(Saying saying, @Nullable String traceparent) {
    var payload =
        saying.secret()
            ? sealer.seal(saying.payload(), sealedFor(saying.topic(), saying.key()))
            : saying.payload();
    return List.of(
        saying.eventId(),
        saying.lane().name(),
        saying.topic(),
        saying.key(),
        headers(saying, traceparent),
        payload,
        saying.secret());
  }

  private Mono<Void> insert(OutboxEntries entries) {
    var insert = database.sql(entries.insert(1, ONCE));
    int next = 0;
    for (var value : entries.values()) {
      insert = insert.bind(next++, value);
    }
    return insert.then().then(wakeAfterCommit(entries));
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

  private Mono<Void> wakeAfterCommit(OutboxEntries entries) {
    return TransactionSynchronizationManager.forCurrentTransaction()
        .doOnNext(
            transaction ->
                transaction.registerSynchronization(
                    new TransactionSynchronization() {
                      @Override
                      public Mono<Void> afterCommit() {
                        committed(entries);
                        return Mono.empty();
                      }
                    }))
        .then()
        .onErrorResume(
            NoTransactionException.class,
            none -> {
              committed(entries);
              return Mono.empty();
            });
  }
}
