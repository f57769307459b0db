package io.slipway.catalog;

import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.blueprint.EditBlueprints;
import io.slipway.catalog.blueprint.Followers;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.definition.Definitions;
import io.slipway.catalog.definition.EditDefinitions;
import io.slipway.catalog.delivery.Calls;
import io.slipway.catalog.delivery.DeliverChanges;
import io.slipway.catalog.delivery.Deliveries;
import io.slipway.catalog.entity.DeleteEntity;
import io.slipway.catalog.integration.Integrations;
import io.slipway.catalog.migration.MigrationRows;
import io.slipway.catalog.migration.Migrations;
import io.slipway.catalog.migration.WorkOnMigrations;
import io.slipway.catalog.organization.Organizations;
import io.slipway.catalog.scorecard.Scorecards;
import io.slipway.catalog.scorecard.ScorecardsFollow;
import io.slipway.catalog.webhook.Webhooks;
import io.slipway.chassis.retry.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What surrounds blueprints and entities: definitions that are kept, and long work on them. */
@Configuration(proxyBeanMethods = false)
class DefinitionWiring {

  @Bean
  EditDefinitions editDefinitions(
      Definitions definitions, Ledger ledger, Atomic atomic, Clock clock) {
    return new EditDefinitions(definitions, ledger, atomic, clock);
  }

  @Bean
  Scorecards scorecards(Blueprints blueprints, EditDefinitions definitions) {
    return new Scorecards(blueprints, definitions);
  }

  @Bean
  Followers scorecardsFollow(Definitions definitions) {
    return new ScorecardsFollow(definitions);
  }

  @Bean
  Webhooks webhooks(EditDefinitions definitions, Organizations organizations) {
    return new Webhooks(definitions, organizations);
  }

  @Bean
  Integrations integrations(EditDefinitions definitions, Organizations organizations, Clock clock) {
    return new Integrations(definitions, organizations, clock);
  }

  @Bean
  Migrations migrations(Blueprints blueprints, MigrationRows rows, Atomic atomic, Clock clock) {
    return new Migrations(blueprints, rows, atomic, clock);
  }

  @Bean
  WorkOnMigrations workOnMigrations(
      MigrationRows rows,
      Blueprints blueprints,
      EditBlueprints edit,
      DeleteEntity delete,
      Atomic atomic,
      Clock clock) {
    return new WorkOnMigrations(rows, blueprints, edit, delete, atomic, clock);
  }

  @Bean
  DeliverChanges deliverChanges(
      Deliveries deliveries,
      Calls calls,
      @Value("${slipway.deliveries.first:1s}") Duration first,
      @Value("${slipway.deliveries.longest:15m}") Duration longest,
      @Value("${slipway.deliveries.patience:24h}") Duration patience) {
    return new DeliverChanges(
        deliveries,
        calls,
        new RetryPolicy(first, longest, patience),
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
