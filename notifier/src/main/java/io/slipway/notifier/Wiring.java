package io.slipway.notifier;

import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.chassis.outbound.OutboundHttp;
import io.slipway.chassis.outbound.OutboundSettings;
import io.slipway.events.wiring.EventsWiring;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Mailer;
import io.slipway.notifier.channel.Webhooks;
import io.slipway.notifier.delivery.Deliveries;
import io.slipway.notifier.delivery.DeliveryWorker;
import io.slipway.notifier.delivery.RunLogs;
import io.slipway.notifier.delivery.TellRuns;
import io.slipway.notifier.delivery.Transport;
import io.slipway.notifier.notification.Admins;
import io.slipway.notifier.notification.Notifications;
import io.slipway.notifier.notification.Notify;
import io.slipway.notifier.organization.Organizations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** The map of the service: everything that wears no annotation. */
@Configuration(proxyBeanMethods = false)
@Import(EventsWiring.class)
@EnableConfigurationProperties({DeliveryProperties.class, OutboundSettings.class})
class Wiring {

  @Bean
  NotifierMeters notifierMeters(MeterRegistry registry, DatabaseClient database) {
    return new NotifierMeters(registry, database);
  }

  @Bean
  OutboundHttp outboundHttp(OutboundSettings settings) {
    return new OutboundHttp(settings);
  }

  @Bean
  Transport transport(Mailer mailer, Webhooks webhooks) {
    return new Transport(mailer, webhooks);
  }

  @Bean(initMethod = "start")
  DeliveryWorker emailWorker(
      Deliveries deliveries,
      Transport transport,
      DeliveryProperties properties,
      NotifierMeters meters) {
    var kind = Channel.Kind.EMAIL;
    return new DeliveryWorker(kind, deliveries, transport, properties.of(kind), meters);
  }

  @Bean(initMethod = "start")
  DeliveryWorker webhookWorker(
      Deliveries deliveries,
      Transport transport,
      DeliveryProperties properties,
      NotifierMeters meters) {
    var kind = Channel.Kind.WEBHOOK;
    return new DeliveryWorker(kind, deliveries, transport, properties.of(kind), meters);
  }

  @Bean(initMethod = "start")
  TellRuns tellRuns(Deliveries deliveries, RunLogs runLogs, DeliveryProperties properties) {
    return new TellRuns(deliveries, runLogs, properties.look(), properties.longestMailPause());
  }

  @Bean
  Notify notify(Notifications notifications, Admins admins, Organizations organizations) {
    return new Notify(notifications, admins, organizations);
  }
}
