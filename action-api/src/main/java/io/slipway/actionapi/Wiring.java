package io.slipway.actionapi;

import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.actionapi.access.ClientSecrets;
import io.slipway.actionapi.access.Credentials;
import io.slipway.actionapi.access.PasswordHasher;
import io.slipway.actionapi.access.People;
import io.slipway.actionapi.action.Actions;
import io.slipway.actionapi.action.Blueprints;
import io.slipway.actionapi.action.SaveAction;
import io.slipway.actionapi.audit.AuditSight;
import io.slipway.actionapi.audit.SeenAudit;
import io.slipway.actionapi.invocation.Announcements;
import io.slipway.actionapi.invocation.Asking;
import io.slipway.actionapi.invocation.Entities;
import io.slipway.actionapi.invocation.EntityInputs;
import io.slipway.actionapi.invocation.HandOver;
import io.slipway.actionapi.invocation.Invocations;
import io.slipway.actionapi.invocation.InvokeAction;
import io.slipway.actionapi.invocation.KeepInvocation;
import io.slipway.actionapi.invocation.RefusedInvocations;
import io.slipway.actionapi.invocation.Runs;
import io.slipway.actionapi.organization.AgentAccess;
import io.slipway.actionapi.organization.FirstOrganization;
import io.slipway.actionapi.organization.FoundOrganization;
import io.slipway.actionapi.organization.OrganizationIdPolicy;
import io.slipway.actionapi.organization.Organizations;
import io.slipway.actionapi.organization.Owners;
import io.slipway.actionapi.organization.Provision;
import io.slipway.actionapi.organization.Provisioning;
import io.slipway.actionapi.organization.ProvisioningWorker;
import io.slipway.chassis.audit.AuditTrail;
import io.slipway.chassis.doors.DoorFilter;
import io.slipway.chassis.doors.DoorTokens;
import io.slipway.events.Topics;
import io.slipway.events.wiring.EventsWiring;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Everything un-annotated, put together: the map of the service. */
@Configuration(proxyBeanMethods = false)
@Import(EventsWiring.class)
@EnableConfigurationProperties(EdgeSettings.class)
class Wiring {

  @Bean
  EdgeMeters edgeMeters(MeterRegistry registry) {
    return new EdgeMeters(registry);
  }

  /** The public paths have a guard of their own. */
  @Bean
  DoorFilter doorFilter(DoorTokens tokens) {
    return new DoorFilter(tokens, path -> path.startsWith("/internal"));
  }

  // organization

  @Bean
  FoundOrganization foundOrganization(
      Organizations organizations,
      Topics topics,
      ClientSecrets secrets,
      PasswordHasher passwords,
      Clock clock) {
    var ids = new OrganizationIdPolicy(topics.prefix());
    return new FoundOrganization(organizations, ids, secrets, passwords, clock);
  }

  @Bean
  ProvisioningWorker provisioningWorker(
      Provisioning provisioning, Organizations organizations, AgentAccess agents, Owners owners) {
    return new ProvisioningWorker(new Provision(provisioning, organizations, agents, owners));
  }

  @Bean(destroyMethod = "dispose")
  Disposable provisioningWork(ProvisioningWorker worker) {
    return worker.start();
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> firstOrganization(
      EdgeSettings settings, FoundOrganization found, ProvisioningWorker worker) {
    return ready -> {
      var file = settings.firstOrganization();
      if (file != null && !file.isBlank()) {
        new FirstOrganization(found).from(Path.of(file)).block();
        worker.wake();
      }
    };
  }

  // action

  @Bean
  SaveAction saveAction(Actions actions, Blueprints blueprints, Clock clock) {
    return new SaveAction(actions, blueprints, clock);
  }

  // invocation

  @Bean
  InvokeAction invokeAction(
      Actions actions,
      People people,
      Entities entities,
      Credentials credentials,
      KeepInvocation keepInvocation,
      Clock clock) {
    return new InvokeAction(
        actions,
        new Asking(people),
        new EntityInputs(entities),
        credentials,
        keepInvocation,
        clock);
  }

  @Bean
  KeepInvocation keepInvocation(Invocations invocations, Announcements announcements) {
    return new KeepInvocation(invocations, announcements);
  }

  @Bean
  RefusedInvocations refusedInvocations(AuditTrail audit, Clock clock) {
    return new RefusedInvocations(audit, clock);
  }

  /** A failure is tried again at the next turn. */
  @Bean(destroyMethod = "dispose")
  Disposable invocationSweeper(Invocations invocations) {
    return Flux.interval(Duration.ofHours(1))
        .onBackpressureDrop()
        .concatMap(tick -> invocations.sweep().onErrorComplete())
        .subscribe();
  }

  // audit

  @Bean
  SeenAudit seenAudit(AuditSight sight) {
    return new SeenAudit(sight);
  }

  @Bean
  HandOver handOver(Invocations invocations, Runs runs) {
    return new HandOver(invocations, runs);
  }
}
