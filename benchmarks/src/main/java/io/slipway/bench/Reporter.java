package io.slipway.bench;

import io.slipway.bench.BenchSettings.Reporting;
import io.slipway.bench.suite.Edge;
import io.slipway.bench.suite.Json;
import io.slipway.bench.suite.KafkaAccess;
import io.slipway.bench.suite.SuiteAccess;
import io.slipway.events.Topics;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** How an agent says that its work is done; it returns when the report was taken. */
interface Reporter extends AutoCloseable {

  void success(String runId) throws IOException, InterruptedException;

  @Override
  default void close() {}

  static Reporter of(Reporting reporting, SuiteAccess suite, Edge edge) {
    return switch (reporting) {
      case HTTP -> runId -> patch(edge, runId);
      case TOPIC -> new OnTopic(suite);
    };
  }

  private static void patch(Edge edge, String runId) throws IOException {
    var answer = edge.patch(BenchAction.RUNS + runId, Json.object().put("status", "SUCCESS"));
    if (!answer.ok()) {
      throw new IOException("the report was refused: " + answer.said());
    }
  }

  /** Writes to {@code {org}.reports}. */
  final class OnTopic implements Reporter {

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;

    OnTopic(SuiteAccess suite) {
      topic = Topics.reports(suite.organization().id());
      producer = KafkaAccess.producer(KafkaAccess.agent(suite.organization()));
    }

    @Override
    public void success(String runId) throws IOException, InterruptedException {
      var report = Json.object().put("runId", runId).put("status", "SUCCESS");
      try {
        producer.send(new ProducerRecord<>(topic, runId, Json.bytes(report))).get();
      } catch (ExecutionException e) {
        throw new IOException("the report was not taken: " + e.getCause(), e);
      }
    }

    @Override
    public void close() {
      producer.close();
    }
  }
}
