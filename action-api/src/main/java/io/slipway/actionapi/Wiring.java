package io.slipway.actionapi;

import io.micrometer.core.instrument.MeterRegistry;
import io.slipway.actionapi.access.AccessTokens;
import io.slipway.actionapi.access.Authenticate;
import io.slipway.actionapi.access.ClientSecrets;
import io.slipway.actionapi.access.Credentials;
import io.slipway.actionapi.access.GrantToken;
import io.slipway.actionapi.access.OwnAccess;
import io.slipway.actionapi.access.PasswordHasher;
import io.slipway.actionapi.access.Passwords;
import io.slipway.actionapi.access.People;
import io.slipway.actionapi.access.RememberedPeople;
import io.slipway.actionapi.access.SignIn;
import io.slipway.actionapi.access.SignedTokens;
import io.slipway.actionapi.access.SlowPasswords;
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
import io.slipway.chassis.sealing.Sealer;
import io.slipway.events.Topics;
import io.slipway.events.wiring.EventsWiring;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
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

  // access

  @Bean
  ClientSecrets clientSecrets(Sealer sealer, @Value("${slipway.sealing.key}") String key) {
    return new ClientSecrets(sealer, key);
  }

  @Bean
  AccessTokens accessTokens(EdgeSettings settings, Clock clock) {
    return new SignedTokens(settings.tokens().key(), clock);
  }

  /** Argon2id with 19 MiB and two passes. */
  @Bean
  SlowPasswords passwordHasher() {
    var argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    return new SlowPasswords(password -> String.valueOf(argon2.encode(password)), argon2::matches);
  }

  @Bean
  @Primary
  RememberedPeople people(@Qualifier("catalogPeople") People catalog) {
    return new RememberedPeople(catalog);
  }

  @Bean
  GrantToken grantToken(
      Credentials credentials,
      ClientSecrets secrets,
      People people,
      AccessTokens tokens,
      Clock clock) {
    return new GrantToken(credentials, secrets, people, tokens, clock);
  }

  @Bean
  SignIn signIn(
      Passwords passwords, PasswordHasher hasher, People people, AccessTokens tokens, Clock clock) {
    return new SignIn(passwords, hasher, people, tokens, clock);
  }

  @Bean
  Authenticate authenticate(AccessTokens tokens, Credentials credentials, People people) {
    return new Authenticate(tokens, credentials, people);
  }

  @Bean
  OwnAccess ownAccess(
      Credentials credentials,
      Passwords passwords,
      PasswordHasher hasher,
      ClientSecrets secrets,
      People people,
      Clock clock) {
    return new OwnAccess(credentials, passwords, hasher, secrets, people, clock);
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
