package io.slipway.chassis.outbox;

import io.slipway.chassis.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to organisations' topics so that a reader at {@code read_committed} sees each row once,
 * whatever is killed in between. One Kafka transaction holds the batch and its id, which goes to
 * the cursor topic; after any doubt the cursor says whether the batch was sent.
 *
 * <p>A few transactional ids are taken in turn, because a transaction begun while the markers of
 * the last one with the same id are still being written is put off by 20 ms.
 */
final class OrganizationLane implements LanePublisher {
  private final OutboxRows rows;
  private final KnownTopics topics;
  private final Sealer sealer;
  private final RelayObserver observer;
  private final IntFunction<Producer<byte[], byte[]>> producers;
  private final RelayCursor cursor;
  private final Settings settings;
  private final List<Producer<byte[], byte[]>> open = new ArrayList<>();
  private int turn;

  /** How many rows a batch has at most, and how many transactional ids are taken in turn. */
  record Settings(int batch, int transactionalIds) {}

  OrganizationLane(
      OutboxRows rows,
      KnownTopics topics,
      Sealer sealer,
      RelayObserver observer,
      Kafka kafka,
      Settings settings) {
    this.rows = rows;
    this.topics = topics;
    this.sealer = sealer;
    this.observer = observer;
    this.producers = kafka.producers();
    this.cursor = kafka.cursor();
    this.settings = settings;
  }

  /** What this lane needs of Kafka: a producer for each transactional id, and the cursor. */
  record Kafka(IntFunction<Producer<byte[], byte[]>> producers, RelayCursor cursor) {}

  @Override
  public int publish(RelayLease.Held lease) throws Exception {
    if (open.isEmpty()) {
      recover(lease);
    }
    var batch = UUID.randomUUID();
    var claimed = sendable(rows.claim(batch, lease, topics.missing(), settings.batch()));
    if (claimed.isEmpty()) {
      return 0;
    }
    try {
      observer.at(RelayObserver.Step.BEFORE_SEND, Lane.ORGANIZATION, claimed.size());
      transact(batch, claimed);
      observer.at(RelayObserver.Step.BETWEEN_COMMIT_AND_MARK, Lane.ORGANIZATION, claimed.size());
      rows.markBatch(batch);
      observer.at(RelayObserver.Step.MARKED, Lane.ORGANIZATION, claimed.size());
    } catch (Refused refused) {
      rows.park(refused.row().id(), refused.reason());
      rows.release(claimed.stream().map(OutboxRow::id).toList());
      observer.parked(refused.row().topic(), refused.row().key(), refused.reason());
    } catch (Exception doubt) {
      close(); // the next call recovers before it sends anything
      throw doubt;
    }
    return claimed.size();
  }

  /**
   * The order matters: the lease was checked by the caller; fencing stops a zombie and aborts what
   * it left open; only then can the cursor be trusted to say what was sent.
   */
  private void recover(RelayLease.Held lease) {
    try {
      cursor.ensure();
      for (int id = 0; id < settings.transactionalIds(); id++) {
        var producer = producers.apply(id);
        open.add(producer);
        producer.initTransactions();
      }
      var last = cursor.read();
      if (last != null) {
        rows.markBatch(last);
      }
      rows.releaseAll(lease);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private List<OutboxRow> sendable(List<OutboxRow> claimed) throws Exception {
    var sendable = new ArrayList<OutboxRow>(claimed.size());
    var homeless = new ArrayList<Long>();
    for (var row : claimed) {
      if (topics.exists(row.topic())) {
        sendable.add(row);
      } else {
        homeless.add(row.id());
      }
    }
    if (!homeless.isEmpty()) {
      rows.release(homeless);
    }
    return sendable;
  }

  private void transact(UUID batch, List<OutboxRow> claimed) throws Refused {
    var producer = open.get(turn++ % open.size());
    producer.beginTransaction();
    @Nullable Refused refused;
    try {
      refused = send(producer, batch, claimed);
    } catch (RuntimeException failure) {
      producer.abortTransaction();
      throw failure;
    }
    if (refused != null) {
      producer.abortTransaction();
      throw refused;
    }
    observer.at(RelayObserver.Step.BETWEEN_SEND_AND_COMMIT, Lane.ORGANIZATION, claimed.size());
    producer.commitTransaction();
  }

  private @Nullable Refused send(
      Producer<byte[], byte[]> producer, UUID batch, List<OutboxRow> claimed) {
    var answers = new ArrayList<Future<RecordMetadata>>(claimed.size());
    @Nullable RuntimeException stopped = null;
    try {
      for (var row : claimed) {
        answers.add(producer.send(row.toRecord(sealer)));
      }
      producer.send(
          new ProducerRecord<>(
              cursor.topic(), cursor.key(), batch.toString().getBytes(StandardCharsets.UTF_8)));
      producer.flush();
    } catch (RuntimeException failure) {
      stopped = failure;
    }
    // A record that is refused on its way makes the transaction refuse whatever follows it, so the
    // first refusal is the reason, not where the sending stopped.
    var refused = firstRefused(answers, claimed, stopped == null);
    if (refused == null && stopped != null) {
      if (answers.size() < claimed.size() && Refused.isFinal(stopped)) {
        return new Refused(claimed.get(answers.size()), stopped);
      }
      throw stopped;
    }
    return refused;
  }

  /** The first row that was refused for good; throws where one was not taken and may be later. */
  private static @Nullable Refused firstRefused(
      List<Future<RecordMetadata>> answers, List<OutboxRow> claimed, boolean allWentOut) {
    @Nullable ExecutionException notTaken = null;
    for (int i = 0; i < answers.size(); i++) {
      try {
        answers.get(i).get();
      } catch (ExecutionException failure) {
        if (Refused.isFinal(failure)) {
          return new Refused(
              claimed.get(i), failure.getCause() == null ? failure : failure.getCause());
        }
        notTaken = notTaken == null ? failure : notTaken;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new KafkaException("interrupted while sending", interrupted);
      }
    }
    if (notTaken != null && allWentOut) {
      throw new KafkaException("a record of the batch was not taken", notTaken);
    }
    return null;
  }

  @Override
  public void newEpoch() {
    close();
  }

  @Override
  public void close() {
    open.forEach(producer -> producer.close(Duration.ofSeconds(2)));
    open.clear();
  }
}
