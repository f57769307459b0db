package io.slipway.demo.agent;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Where Slipway is, and what proves who we are. All of it is in {@code credentials.json}, but the
 * name of the agent.
 *
 * @param name what this agent does; all agents of one name share the work, which Kafka calls a
 *     consumer group
 */
public record AgentSettings(
    String organization,
    String name,
    URI apiUrl,
    String clientId,
    String clientSecret,
    String kafkaBootstrap,
    String kafkaUsername,
    String kafkaPassword) {

  /** The topic that the organisation's invocations come on. */
  public String runsTopic() {
    return organization + ".runs";
  }

  /** The topic that reports may go to, instead of HTTP. */
  public String reportsTopic() {
    return organization + ".reports";
  }

  /** What any Kafka client of the organisation needs. */
  public Map<String, Object> kafka() {
    var login =
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";";
    var settings = new HashMap<String, Object>();
    settings.put("bootstrap.servers", kafkaBootstrap);
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put("sasl.jaas.config", login.formatted(kafkaUsername, kafkaPassword));
    return settings;
  }

  /**
   * What the agent reads with: only what was committed, and nothing is forgotten before its end.
   */
  Map<String, Object> consumer() {
    var settings = kafka();
    // The broker lets an organisation use groups that begin with its id and a dot, and no others.
    settings.put("group.id", organization + "." + name);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", false);
    settings.put("max.poll.records", Agent.MOST_AT_ONCE);
    // A killed agent's work goes to another after so long.
    settings.put("session.timeout.ms", 10_000);
    settings.put("heartbeat.interval.ms", 2_000);
    return settings;
  }

  /** Without the secrets, so that it may be logged. */
  @Override
  public String toString() {
    return "AgentSettings[" + organization + "." + name + " at " + apiUrl + "]";
  }
}
