package io.slipway.chassis;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.slipway.chassis.audit.AuditDoor;
import io.slipway.chassis.audit.AuditTrail;
import io.slipway.chassis.caller.CallerResolver;
import io.slipway.chassis.doors.DoorFilter;
import io.slipway.chassis.doors.DoorSettings;
import io.slipway.chassis.doors.DoorTokens;
import io.slipway.chassis.doors.Doors;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.organization.OrganizationDoor;
import io.slipway.chassis.organization.OrganizationPart;
import io.slipway.chassis.problem.ProblemRendering;
import io.slipway.chassis.problem.TraceIdHeader;
import io.slipway.chassis.sealing.Sealer;
import io.slipway.chassis.trace.Traces;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The frame of every service, but for its messages; {@link Chassis} imports it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
@Import(AuditDoor.class)
class ChassisWiring {
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  JsonMapper jsonMapper() {
    return Json.MAPPER;
  }

  @Bean
  Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
    return new Traces(
        tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
  }

  @Bean
  ProblemRendering problemRendering(Traces traces) {
    return new ProblemRendering(traces);
  }

  @Bean
  TraceIdHeader traceIdHeader(Traces traces) {
    return new TraceIdHeader(traces);
  }

  @Bean
  Sealer sealer(@Value("${slipway.sealing.key}") String key) {
    return new Sealer(key);
  }

  @Bean
  DoorTokens doorTokens(
      @Value("${spring.application.name}") String self, DoorSettings settings, Clock clock) {
    return new DoorTokens(self, settings.secret(), clock);
  }

  /** An owner is behind the edge, so all its paths are doors; the edge says otherwise. */
  @Bean
  @ConditionalOnMissingBean
  DoorFilter doorFilter(DoorTokens tokens) {
    return new DoorFilter(tokens, path -> !path.startsWith("/actuator"));
  }

  @Bean
  Doors doors(WebClient.Builder http, DoorSettings settings, DoorTokens tokens) {
    return new Doors(
        http.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024)).build(),
        settings,
        tokens);
  }

  @Bean
  WebFluxConfigurer callerArguments() {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new CallerResolver());
      }
    };
  }

  /** What the edge asks of every owner. */
  @Bean
  @ConditionalOnBean(OrganizationPart.class)
  OrganizationDoor organizationPartDoor(OrganizationPart part) {
    return new OrganizationDoor(part);
  }

  @Bean
  TransactionalOperator transactionalOperator(ReactiveTransactionManager transactions) {
    return TransactionalOperator.create(transactions);
  }

  @Bean
  AuditTrail auditTrail(DatabaseClient database) {
    return new AuditTrail(database);
  }
}
