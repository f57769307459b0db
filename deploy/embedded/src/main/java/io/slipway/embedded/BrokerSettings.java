package io.slipway.embedded;

import io.slipway.embedded.broker.PlainUsersHandler;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is in the broker's {@code server.properties}, and why. */
record BrokerSettings(KafkaBroker.Ports ports, Path log, Path plainUsers, String password) {

  private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
  private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

  /** A record may have 8 MiB; the batch around it needs a little more. */
  private static final int LARGEST_BATCH = (8 << 20) + (64 << 10);

  String text() {
    var all = new TreeMap<String, Object>();
    all.putAll(node());
    all.putAll(security());
    all.putAll(agents());
    all.putAll(sizes());
    all.putAll(coordination());
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private Map<String, Object> node() {
    var internal = "INTERNAL://127.0.0.1:" + ports.internal();
    var agents = "AGENTS://127.0.0.1:" + ports.agents();
    var controller = "CONTROLLER://127.0.0.1:" + ports.controller();
    return Map.of(
        "node.id",
        1,
        "process.roles",
        "broker,controller",
        "controller.quorum.bootstrap.servers",
        "127.0.0.1:" + ports.controller(),
        "listeners",
        String.join(",", internal, agents, controller),
        "advertised.listeners",
        String.join(",", internal, agents, controller),
        "log.dirs",
        log,
        "auto.create.topics.enable",
        false);
  }

  private Map<String, Object> security() {
    var scram = SCRAM + " required username=\"%s\" password=\"%s\";";
    // The controller cannot look up SCRAM secrets before it leads; its one client is this same
    // process.
    var plain = PLAIN + " required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";";
    return Map.ofEntries(
        Map.entry(
            "listener.security.protocol.map",
            "INTERNAL:SASL_PLAINTEXT,AGENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "INTERNAL"),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512"),
        Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
        Map.entry("listener.name.internal.sasl.enabled.mechanisms", "SCRAM-SHA-512"),
        Map.entry(
            "listener.name.internal.scram-sha-512.sasl.jaas.config",
            scram.formatted(KafkaBroker.SUPERUSER, password)),
        Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
        Map.entry(
            "listener.name.controller.plain.sasl.jaas.config",
            plain.formatted(KafkaBroker.SUPERUSER, password)),
        Map.entry(
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
        Map.entry("allow.everyone.if.no.acl.found", false),
        Map.entry("super.users", "User:" + KafkaBroker.SUPERUSER));
  }

  /** SCRAM, and PLAIN for agents whose client library cannot do SCRAM with a Kafka 4 broker. */
  private Map<String, Object> agents() {
    return Map.of(
        "listener.name.agents.sasl.enabled.mechanisms",
        "SCRAM-SHA-512,PLAIN",
        "listener.name.agents.scram-sha-512.sasl.jaas.config",
        SCRAM + " required;",
        "listener.name.agents.plain.sasl.jaas.config",
        PLAIN + " required usersFile=\"%s\";".formatted(plainUsers),
        "listener.name.agents.plain.sasl.server.callback.handler.class",
        PlainUsersHandler.class.getName());
  }

  private Map<String, Object> sizes() {
    return Map.ofEntries(
        Map.entry("message.max.bytes", LARGEST_BATCH),
        Map.entry("replica.fetch.max.bytes", LARGEST_BATCH),
        Map.entry("fetch.max.bytes", 57671680),
        Map.entry("num.network.threads", 2),
        Map.entry("num.io.threads", 4),
        Map.entry("background.threads", 2),
        Map.entry("num.recovery.threads.per.data.dir", 2),
        // Cleaner buffers are allocated at start; the defaults alone would need half of our heap.
        Map.entry("log.cleaner.dedupe.buffer.size", 8 << 20),
        Map.entry("log.segment.bytes", 256 << 20),
        Map.entry("offsets.topic.segment.bytes", 16 << 20),
        Map.entry("transaction.state.log.segment.bytes", 16 << 20));
  }

  private Map<String, Object> coordination() {
    return Map.ofEntries(
        Map.entry("offsets.topic.replication.factor", 1),
        Map.entry("offsets.topic.num.partitions", 4),
        Map.entry("transaction.state.log.replication.factor", 1),
        Map.entry("transaction.state.log.min.isr", 1),
        Map.entry("transaction.state.log.num.partitions", 4),
        Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", 1000),
        Map.entry("share.coordinator.state.topic.replication.factor", 1),
        Map.entry("share.coordinator.state.topic.min.isr", 1),
        Map.entry("share.coordinator.state.topic.num.partitions", 1),
        Map.entry("min.insync.replicas", 1),
        // After a kill -9 the controller refuses the same broker until its last session is over.
        Map.entry("broker.session.timeout.ms", 3000),
        Map.entry("broker.heartbeat.interval.ms", 500),
        Map.entry("group.initial.rebalance.delay.ms", 0),
        // A consumer that was killed gives its partitions away after 6 s; the defaults say 45.
        Map.entry("group.consumer.min.session.timeout.ms", 6000),
        Map.entry("group.consumer.session.timeout.ms", 6000),
        Map.entry("group.consumer.min.heartbeat.interval.ms", 1000),
        Map.entry("group.consumer.heartbeat.interval.ms", 1500));
  }

  private static String escaped(Object value) {
    return value.toString().replace("\\", "\\\\");
  }
}
