package io.slipway.chassis.listening;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The consumers of a service: one container for our own topics, in the group named like the
 * service, and one for the topics of organisations, in a group of its own so that a new
 * organisation does not unsettle the first.
 */
public final class ListeningContainers implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ListeningContainers.class);

  private final Map<String, Object> kafka;
  private final String service;
  private final String instance;
  private final ListeningSettings settings;
  private final Listening listening;
  private final MeterRegistry registry;
  private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers =
      new ArrayList<>();
  private final List<Subscription> subscriptions;
  private volatile boolean running;

  /** Who listens: the service, and the process among its replicas. */
  public record Identity(String service, String instance) {}

  public ListeningContainers(
      Map<String, Object> kafka,
      Identity identity,
      ListeningSettings settings,
      Listening listening,
      List<Subscription> subscriptions,
      MeterRegistry registry) {
    this.kafka = kafka;
    this.service = identity.service();
    this.instance = identity.instance();
    this.settings = settings;
    this.listening = listening;
    this.subscriptions = List.copyOf(subscriptions);
    this.registry = registry;
  }

  @Override
  public synchronized void start() {
    if (running || !settings.enabled()) {
      return;
    }
    var topics = subscriptions.stream().flatMap(s -> s.topics().stream()).distinct().toList();
    var patterns =
        subscriptions.stream()
            .map(Subscription::pattern)
            .filter(java.util.Objects::nonNull)
            .map(Pattern::pattern)
            .toList();
    if (!topics.isEmpty()) {
      ensureDeadLetterTopics(topics);
      containers.add(container(new ContainerProperties(topics.toArray(String[]::new)), service));
    }
    if (!patterns.isEmpty()) {
      var shape = Pattern.compile(String.join("|", patterns));
      containers.add(container(new ContainerProperties(shape), service + ".organizations"));
    }
    containers.forEach(ConcurrentMessageListenerContainer::start);
    running = true;
  }

  private ConcurrentMessageListenerContainer<byte[], byte[]> container(
      ContainerProperties properties, String group) {
    properties.setGroupId(group);
    properties.setClientId(group + "-" + instance.replaceAll("[^A-Za-z0-9._-]", "-"));
    properties.setAckMode(ContainerProperties.AckMode.BATCH);
    properties.setMessageListener(
        (MessageListener<byte[], byte[]>) message -> listening.receive(message));
    properties.setConsumerRebalanceListener(
        new ConsumerAwareRebalanceListener() {
          @Override
          public void onPartitionsAssigned(
              Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
              listening.refreshBlocked();
            }
          }
        });
    properties.setShutdownTimeout(15_000);
    properties.setStopImmediate(true);
    var factory =
        new DefaultKafkaConsumerFactory<byte[], byte[]>(
            consuming(group), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    factory.addListener(new MicrometerConsumerListener<>(registry));
    var container = new ConcurrentMessageListenerContainer<>(factory, properties);
    container.setConcurrency(settings.concurrency());
    container.setBeanName(group);
    container.setCommonErrorHandler(new DefaultErrorHandler(forEver()));
    return container;
  }

  /** Whatever gets here may heal: what cannot was set aside before. */
  private ExponentialBackOff forEver() {
    var backoff = new ExponentialBackOff(settings.firstBackoff().toMillis(), 2);
    backoff.setMaxInterval(settings.longestBackoff().toMillis());
    backoff.setMaxElapsedTime(Long.MAX_VALUE);
    backoff.setMaxAttempts(Long.MAX_VALUE);
    return backoff;
  }

  private Map<String, Object> consuming(String group) {
    var config = new HashMap<>(kafka);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
    config.put(
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) settings.sessionTimeout().toMillis());
    config.put(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
        (int) settings.sessionTimeout().dividedBy(4).toMillis());
    config.put(
        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
        (int)
            (group.equals(service) ? java.time.Duration.ofSeconds(30) : settings.newTopics())
                .toMillis());
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 * 1024 * 1024);
    config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    // A process that is killed and comes back under its own name has its partitions again at once.
    config.put(
        ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
        group + "-" + instance.replaceAll("[^A-Za-z0-9._-]", "-"));
    return config;
  }

  private void ensureDeadLetterTopics(List<String> topics) {
    try (var admin = Admin.create(kafka)) {
      for (var topic : topics) {
        var letters = new NewTopic(topic + "." + service + ".dlt", 1, (short) -1);
        try {
          admin.createTopics(List.of(letters)).all().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
          if (!(failure.getCause() instanceof TopicExistsException)) {
            throw failure;
          }
        }
      }
    } catch (ExecutionException | TimeoutException failure) {
      // Rows for a missing topic wait in the outbox, so listening need not.
      log.warn("dead-letter topics could not be made yet: {}", failure.toString());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is lacking before this service hears everything, or an empty list. */
  public List<String> lacking() {
    if (!settings.enabled()) {
      return List.of();
    }
    return containers.stream()
        .filter(container -> container.getAssignedPartitions() == null)
        .map(container -> "no partitions assigned yet in group " + container.getGroupId())
        .toList();
  }

  @Override
  public synchronized void stop() {
    containers.forEach(ConcurrentMessageListenerContainer::stop);
    containers.clear();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 2048; // stops before the relay, which then publishes what was said
  }
}
