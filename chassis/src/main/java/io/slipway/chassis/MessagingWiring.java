package io.slipway.chassis;

import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.chassis.health.ListeningHealth;
import io.slipway.chassis.inbox.Inbox;
import io.slipway.chassis.listening.DeadLetterDoor;
import io.slipway.chassis.listening.DeadLetters;
import io.slipway.chassis.listening.Listening;
import io.slipway.chassis.listening.ListeningContainers;
import io.slipway.chassis.listening.ListeningMeters;
import io.slipway.chassis.listening.ListeningObserver;
import io.slipway.chassis.listening.ListeningSettings;
import io.slipway.chassis.listening.Subscription;
import io.slipway.chassis.outbox.Lane;
import io.slipway.chassis.outbox.Outbox;
import io.slipway.chassis.outbox.OutboxMeters;
import io.slipway.chassis.outbox.OutboxRelay;
import io.slipway.chassis.outbox.OutboxSettings;
import io.slipway.chassis.outbox.RelayObserver;
import io.slipway.chassis.outbox.RelayWiring;
import io.slipway.chassis.sealing.Sealer;
import io.slipway.chassis.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** How every service hears and says; {@link Chassis} imports it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OutboxSettings.class, ListeningSettings.class})
@Import(DeadLetterDoor.class)
class MessagingWiring {
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

  @Bean
  Inbox inbox(DatabaseClient database) {
    return new Inbox(database);
  }

  /** Forgets old inbox rows; a failure is tried again at the next turn. */
  @Bean(destroyMethod = "dispose")
  Disposable inboxSweeper(Inbox inbox) {
    return Flux.interval(SWEEP_EVERY)
        .onBackpressureDrop()
        .concatMap(tick -> inbox.sweep().onErrorComplete())
        .subscribe();
  }

  @Bean
  OutboxMeters outboxMeters(MeterRegistry registry, DatabaseClient database) {
    return new OutboxMeters(registry, database);
  }

  @Bean
  @ConditionalOnMissingBean
  RelayObserver relayObserver() {
    return (step, lane, rows) -> {};
  }

  @Bean
  OutboxRelay outboxRelay(
      KafkaProperties kafka,
      @Value("${spring.application.name}") String service,
      @Qualifier(RelayWiring.CURSOR_TOPIC) String cursorTopic,
      RelayParts parts) {
    return new RelayWiring(kafkaClient(kafka), service, cursorTopic)
        .relay(
            parts.database(), parts.sealer(), parts.settings(), parts.meters(), parts.observer());
  }

  /** What the relay needs besides Kafka. */
  record RelayParts(
      DatabaseClient database,
      Sealer sealer,
      OutboxSettings settings,
      OutboxMeters meters,
      RelayObserver observer) {}

  @Bean
  RelayParts relayParts(
      DatabaseClient database,
      Sealer sealer,
      OutboxSettings settings,
      OutboxMeters meters,
      RelayObserver observer) {
    return new RelayParts(database, sealer, settings, meters, observer);
  }

  @Bean
  Outbox outbox(
      DatabaseClient database,
      Sealer sealer,
      Traces traces,
      @Value("${spring.application.name}") String service,
      Clock clock,
      ObjectProvider<OutboxRelay> relay) {
    Consumer<Lane> wake = lane -> relay.getObject().wake(lane);
    return new Outbox(database, sealer, traces, service, clock, wake);
  }

  @Bean
  DeadLetters deadLetters(
      DatabaseClient database,
      TransactionalOperator transaction,
      Outbox outbox,
      @Value("${spring.application.name}") String service) {
    return new DeadLetters(database, transaction, outbox, service);
  }

  @Bean
  ListeningMeters listeningMeters(MeterRegistry registry) {
    return new ListeningMeters(registry);
  }

  @Bean
  @ConditionalOnMissingBean
  ListeningObserver listeningObserver() {
    return message -> {};
  }

  @Bean
  Listening listening(
      ObjectProvider<Subscription> subscriptions,
      DeadLetters deadLetters,
      Traces traces,
      ListeningMeters meters,
      ListeningSettings settings,
      ListeningObserver observer) {
    return new Listening(
        subscriptions.orderedStream().toList(), deadLetters, traces, meters, settings, observer);
  }

  @Bean
  ListeningContainers listeningContainers(
      KafkaProperties kafka,
      @Value("${spring.application.name}") String service,
      OutboxSettings outbox,
      ListeningSettings settings,
      Listening listening,
      ObjectProvider<Subscription> subscriptions,
      MeterRegistry registry) {
    return new ListeningContainers(
        kafkaClient(kafka),
        new ListeningContainers.Identity(service, outbox.instance()),
        settings,
        listening,
        subscriptions.orderedStream().toList(),
        registry);
  }

  @Bean
  ListeningHealth listeningHealthIndicator(ListeningContainers containers) {
    return new ListeningHealth(containers);
  }

  /** How to reach the broker, without anything that is only a producer's or a consumer's. */
  private static Map<String, Object> kafkaClient(KafkaProperties kafka) {
    return kafka.buildAdminProperties();
  }
}
