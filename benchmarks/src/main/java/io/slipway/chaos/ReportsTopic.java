package io.slipway.chaos;

import io.slipway.bench.suite.Json;
import io.slipway.bench.suite.KafkaAccess;
import io.slipway.bench.suite.SuiteAccess;
import io.slipway.events.Topics;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Reports on {@code {org}.reports}, until the broker has them. */
final class ReportsTopic implements AutoCloseable {

  private static final long PAUSE = 1000;

  private final SuiteAccess suite;
  private final Deadline deadline;
  private final AtomicLong retries = new AtomicLong();
  private KafkaProducer<String, byte[]> producer;

  ReportsTopic(SuiteAccess suite, Deadline deadline) {
    this.suite = suite;
    this.deadline = deadline;
    this.producer = KafkaAccess.producer(KafkaAccess.agent(suite.organization()));
  }

  /** A report that comes twice does no harm: the second is refused in the run's own log. */
  void success(String run) throws InterruptedException {
    var report = Json.bytes(Json.object().put("runId", run).put("status", "SUCCESS"));
    var record = new ProducerRecord<>(Topics.reports(suite.organization().id()), run, report);
    while (!deadline.isPast()) {
      var current = current();
      try {
        current.send(record).get();
        return;
      } catch (ExecutionException | KafkaException | IllegalStateException brokerInTrouble) {
        retries.incrementAndGet();
        Thread.sleep(PAUSE);
        renew(current);
      }
    }
  }

  long retries() {
    return retries.get();
  }

  private synchronized KafkaProducer<String, byte[]> current() {
    return producer;
  }

  /** Some errors are for ever, as far as one producer is concerned. */
  private synchronized void renew(KafkaProducer<String, byte[]> failed) {
    if (producer == failed) {
      producer = KafkaAccess.producer(KafkaAccess.agent(suite.organization()));
      Thread.startVirtualThread(failed::close);
    }
  }

  @Override
  public synchronized void close() {
    producer.close();
  }
}
