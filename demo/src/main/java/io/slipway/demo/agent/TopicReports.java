package io.slipway.demo.agent;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports by the organisation's own topic, for agents that can reach Kafka and nothing else. The
 * run's id is the key, so that what is said about a run keeps its order. What Slipway cannot accept
 * it says in the run's own log.
 */
final class TopicReports implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final String topic;
  private final KafkaProducer<String, String> producer;

  TopicReports(AgentSettings settings) {
    topic = settings.reportsTopic();
    producer =
        new KafkaProducer<>(settings.kafka(), new StringSerializer(), new StringSerializer());
  }

  RunReport about(Invocation invocation) {
    return new RunReport() {
      @Override
      public void log(String line) throws InterruptedException {
        say(invocation, Map.of("message", line));
      }

      @Override
      public void update(Map<String, ?> changes) throws InterruptedException {
        say(invocation, changes);
      }
    };
  }

  /** Returns when the broker has it. */
  private void say(Invocation invocation, Map<String, ?> what) throws InterruptedException {
    var report = new HashMap<String, Object>(what);
    report.put("runId", invocation.runId());
    var value = JSON.writeValueAsString(report);
    var message = new ProducerRecord<>(topic, invocation.runId(), value);
    var trace = invocation.traceparent();
    if (trace != null) {
      message.headers().add("traceparent", trace.getBytes(StandardCharsets.UTF_8));
    }
    try {
      producer.send(message).get();
    } catch (ExecutionException refused) {
      throw new KafkaException("A report was not taken by " + topic, refused.getCause());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
