package io.slipway.chassis.outbox;

import io.slipway.chassis.sealing.Sealer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to our own topics: look, send with the idempotent producer, wait, mark. A relay that
 * dies between send and mark sends the same rows again, and each reader's inbox drops them.
 */
final class InternalLane implements LanePublisher {
  private final OutboxRows rows;
  private final KnownTopics topics;
  private final Sealer sealer;
  private final RelayObserver observer;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final int batch;
  private @Nullable Producer<byte[], byte[]> producer;

  InternalLane(
      OutboxRows rows,
      KnownTopics topics,
      Sealer sealer,
      RelayObserver observer,
      Supplier<Producer<byte[], byte[]>> producers,
      int batch) {
    this.rows = rows;
    this.topics = topics;
    this.sealer = sealer;
    this.observer = observer;
    this.producers = producers;
    this.batch = batch;
  }

  @Override
  public int publish(RelayLease.Held lease) throws Exception {
    var waiting = rows.look(Lane.INTERNAL, lease, topics.missing(), batch);
    var sendable = new ArrayList<OutboxRow>(waiting.size());
    for (var row : waiting) {
      if (topics.exists(row.topic())) {
        sendable.add(row);
      }
    }
    if (sendable.isEmpty()) {
      return 0;
    }
    observer.at(RelayObserver.Step.BEFORE_SEND, Lane.INTERNAL, sendable.size());
    var sent = send(sendable);
    settle(sent);
    observer.at(RelayObserver.Step.MARKED, Lane.INTERNAL, sendable.size());
    return sendable.size();
  }

  private Map<OutboxRow, Future<RecordMetadata>> send(List<OutboxRow> sendable) {
    var open = producer;
    if (open == null) {
      open = producers.get();
      producer = open;
    }
    var sent = new LinkedHashMap<OutboxRow, Future<RecordMetadata>>();
    for (var row : sendable) {
      sent.put(row, open.send(row.toRecord(sealer)));
    }
    return sent;
  }

  /**
   * Marks what was acknowledged. After a failure nothing later of the same topic and key is marked,
   * even if it arrived: it is sent again behind the one that failed, so that the last word on a key
   * is the last one said.
   */
  private void settle(Map<OutboxRow, Future<RecordMetadata>> sent)
      throws InterruptedException, TimeoutException, ExecutionException {
    var done = new ArrayList<Long>();
    Set<String> stuck = new HashSet<>();
    ExecutionException failure = null;
    for (var entry : sent.entrySet()) {
      var row = entry.getKey();
      var place = row.topic() + "\n" + row.key();
      try {
        entry.getValue().get();
        if (!stuck.contains(place)) {
          done.add(row.id());
        }
      } catch (ExecutionException broken) {
        stuck.add(place);
        if (Refused.isFinal(broken)) {
          var refused = new Refused(row, broken.getCause() == null ? broken : broken.getCause());
          rows.park(row.id(), refused.reason());
          observer.parked(row.topic(), row.key(), refused.reason());
        } else {
          failure = broken;
        }
      }
    }
    if (!done.isEmpty()) {
      observer.at(RelayObserver.Step.BETWEEN_COMMIT_AND_MARK, Lane.INTERNAL, done.size());
      rows.mark(done);
    }
    if (failure != null) {
      doubt(failure);
      throw failure;
    }
  }

  private void doubt(Throwable failure) {
    if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
      topics.forget();
    }
    close();
  }

  @Override
  public void newEpoch() {
    // what a relay before us sent and did not mark is simply sent again
  }

  @Override
  public void close() {
    var open = producer;
    producer = null;
    if (open != null) {
      open.close(java.time.Duration.ofSeconds(2));
    }
  }
}
