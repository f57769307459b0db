package io.slipway.chassis.outbox;

import io.slipway.chassis.sealing.Sealer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.r2dbc.core.DatabaseClient;

/** Builds the relay of one service from the settings of its Kafka client. */
public final class RelayWiring {
  /**
   * The bean that names the cursor topic of this service, which only whoever names topics knows.
   */
  public static final String CURSOR_TOPIC = "relayCursorTopic";

  private static final int LARGEST_RECORD = 8 * 1024 * 1024;

  private final Map<String, Object> kafka;
  private final String service;
  private final String cursorTopic;

  /**
   * @param kafka how to reach the broker: bootstrap servers and security
   * @param service the service's name; transactional ids derive from it
   * @param cursorTopic the compacted topic that holds the id of the batch sent last
   */
  public RelayWiring(Map<String, Object> kafka, String service, String cursorTopic) {
    this.kafka = kafka;
    this.service = service;
    this.cursorTopic = cursorTopic;
  }

  /** The relay, not started. */
  public OutboxRelay relay(
      DatabaseClient database,
      Sealer sealer,
      OutboxSettings settings,
      OutboxMeters meters,
      RelayObserver observer) {
    var rows = new OutboxRows(database);
    var admin = Admin.create(kafka);
    var topics = new KnownTopics(admin);
    Map<Lane, LanePublisher> lanes = new EnumMap<>(Lane.class);
    lanes.put(
        Lane.INTERNAL,
        new InternalLane(rows, topics, sealer, observer, this::producer, settings.batch()));
    lanes.put(
        Lane.ORGANIZATION,
        new OrganizationLane(
            rows,
            topics,
            sealer,
            observer,
            new OrganizationLane.Kafka(
                this::producer, new RelayCursor(cursorTopic, admin, this::committedReader)),
            new OrganizationLane.Settings(settings.batch(), settings.transactionalIds())));
    var lease = new RelayLease(database, settings.instance(), settings.lease());
    return new OutboxRelay(lease, lanes, rows, settings, meters);
  }

  private Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(producing(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private Producer<byte[], byte[]> producer(int id) {
    var config = producing();
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "slipway-" + service + "-relay-" + id);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 25_000);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private Map<String, Object> producing() {
    var config = new HashMap<>(kafka);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
    config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    return config;
  }

  private KafkaConsumer<byte[], byte[]> committedReader() {
    var config = new HashMap<>(kafka);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
