package io.slipway.catalog;

import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.blueprint.EditBlueprints;
import io.slipway.catalog.blueprint.Moderators;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.entity.BulkWrite;
import io.slipway.catalog.entity.DeleteEntity;
import io.slipway.catalog.entity.Entities;
import io.slipway.catalog.entity.EntityUseCases;
import io.slipway.catalog.entity.RunsGoingOn;
import io.slipway.catalog.entity.TimersArmed;
import io.slipway.catalog.entity.WriteEntity;
import io.slipway.catalog.organization.FoundOrganization;
import io.slipway.catalog.organization.Organizations;
import io.slipway.catalog.people.EditPeople;
import io.slipway.catalog.people.EditTeams;
import io.slipway.catalog.people.People;
import io.slipway.catalog.people.Teams;
import io.slipway.catalog.timer.FireTimers;
import io.slipway.catalog.timer.Timers;
import io.slipway.events.wiring.EventsWiring;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that wears no annotation: the map of the service. Adapters are found by scanning. */
@Configuration(proxyBeanMethods = false)
@Import(EventsWiring.class)
class Wiring {

  @Bean
  EditBlueprints editBlueprints(
      Blueprints blueprints, Moderators moderators, Ledger ledger, Atomic atomic, Clock clock) {
    return new EditBlueprints(blueprints, moderators, ledger, atomic, clock);
  }

  @Bean
  EntityUseCases.Ports entityPorts(
      Blueprints blueprints,
      Entities entities,
      TimersArmed timers,
      RunsGoingOn runs,
      Ledger ledger,
      Atomic atomic) {
    return new EntityUseCases.Ports(blueprints, entities, timers, runs, ledger, atomic);
  }

  @Bean
  WriteEntity writeEntity(EntityUseCases.Ports ports, Clock clock) {
    return EntityUseCases.write(ports, clock);
  }

  @Bean
  DeleteEntity deleteEntity(EntityUseCases.Ports ports, Clock clock) {
    return EntityUseCases.delete(ports, clock);
  }

  @Bean
  BulkWrite bulkWrite(Blueprints blueprints, WriteEntity write) {
    return new BulkWrite(blueprints, write);
  }

  @Bean
  FireTimers fireTimers(Timers timers, EntityUseCases.Ports ports, Clock clock) {
    return new FireTimers(
        timers, ports.entities(), ports.blueprints(), ports.ledger(), ports.atomic(), clock);
  }

  @Bean
  People people(Blueprints blueprints, Entities entities) {
    return new People(blueprints, entities);
  }

  @Bean
  Teams teams(Blueprints blueprints, Entities entities) {
    return new Teams(blueprints, entities);
  }

  @Bean
  EditPeople editPeople(People people, WriteEntity write, DeleteEntity delete) {
    return new EditPeople(people, write, delete);
  }

  @Bean
  EditTeams editTeams(
      Teams teams, People people, WriteEntity write, DeleteEntity delete, Atomic atomic) {
    return new EditTeams(teams, people, write, delete, atomic);
  }

  @Bean
  FoundOrganization foundOrganization(
      Organizations organizations,
      EditBlueprints blueprints,
      WriteEntity write,
      Atomic atomic,
      Clock clock) {
    return new FoundOrganization(organizations, blueprints, write, atomic, clock);
  }
}
