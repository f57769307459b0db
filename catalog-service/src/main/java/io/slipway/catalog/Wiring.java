package io.slipway.catalog;

import io.slipway.catalog.access.PermissionRows;
import io.slipway.catalog.blueprint.BlueprintUseCases;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.blueprint.EditBlueprints;
import io.slipway.catalog.blueprint.Followers;
import io.slipway.catalog.blueprint.Moderators;
import io.slipway.catalog.blueprint.RenamePart;
import io.slipway.catalog.blueprint.StoredValues;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.entity.BulkWrite;
import io.slipway.catalog.entity.DeleteEntity;
import io.slipway.catalog.entity.Entities;
import io.slipway.catalog.entity.EntityUseCases;
import io.slipway.catalog.entity.FindEntities;
import io.slipway.catalog.entity.HeirsFollow;
import io.slipway.catalog.entity.InheritedTeams;
import io.slipway.catalog.entity.RunsGoingOn;
import io.slipway.catalog.entity.TieToRun;
import io.slipway.catalog.entity.TimersArmed;
import io.slipway.catalog.entity.WriteEntity;
import io.slipway.catalog.organization.FoundOrganization;
import io.slipway.catalog.organization.Organizations;
import io.slipway.catalog.people.EditPeople;
import io.slipway.catalog.people.EditTeams;
import io.slipway.catalog.people.People;
import io.slipway.catalog.people.Teams;
import io.slipway.catalog.permission.EditPermissions;
import io.slipway.catalog.permission.PermissionsFollow;
import io.slipway.catalog.search.CallerContexts;
import io.slipway.catalog.search.FoundEntities;
import io.slipway.catalog.search.SearchEntities;
import io.slipway.catalog.search.Sight;
import io.slipway.catalog.timer.FireTimers;
import io.slipway.catalog.timer.Timers;
import io.slipway.events.wiring.EventsWiring;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that wears no annotation: the map of the service. Adapters are found by scanning. */
@Configuration(proxyBeanMethods = false)
@Import(EventsWiring.class)
class Wiring {

  @Bean
  BlueprintUseCases.Ports blueprintPorts(
      Blueprints blueprints,
      Moderators moderators,
      StoredValues values,
      List<Followers> followers,
      Ledger ledger,
      Atomic atomic) {
    return new BlueprintUseCases.Ports(
        blueprints, moderators, values, Followers.all(followers), ledger, atomic);
  }

  @Bean
  EditBlueprints editBlueprints(BlueprintUseCases.Ports ports, Clock clock) {
    return BlueprintUseCases.edit(ports, clock);
  }

  @Bean
  RenamePart renamePart(BlueprintUseCases.Ports ports, Clock clock) {
    return BlueprintUseCases.rename(ports, clock);
  }

  @Bean
  CallerContexts callerContexts(Blueprints blueprints, Entities entities) {
    return new CallerContexts(blueprints, entities);
  }

  @Bean
  Sight sight(Blueprints blueprints, PermissionRows permissions, CallerContexts contexts) {
    return new Sight(blueprints, permissions, contexts);
  }

  @Bean
  FindEntities findEntities(
      SearchEntities search,
      Entities entities,
      Blueprints blueprints,
      Sight sight,
      CallerContexts contexts) {
    return new FoundEntities(search, entities, blueprints, sight, contexts);
  }

  @Bean
  EntityUseCases.Around aroundEntities(
      TimersArmed timers, PermissionRows permissions, FindEntities find, InheritedTeams inherited) {
    return new EntityUseCases.Around(timers, permissions, find, inherited);
  }

  @Bean
  EntityUseCases.Ports entityPorts(
      Blueprints blueprints,
      Entities entities,
      Ledger ledger,
      Atomic atomic,
      EntityUseCases.Around around) {
    return new EntityUseCases.Ports(blueprints, entities, ledger, atomic, around);
  }

  @Bean
  TieToRun tieToRun(RunsGoingOn runs, Clock clock) {
    return new TieToRun(runs, clock);
  }

  @Bean
  WriteEntity writeEntity(EntityUseCases.Ports ports, TieToRun ties) {
    return EntityUseCases.write(ports, ties);
  }

  @Bean
  DeleteEntity deleteEntity(EntityUseCases.Ports ports, TieToRun ties) {
    return EntityUseCases.delete(ports, ties);
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

  @Bean
  EditPermissions editPermissions(
      Blueprints blueprints,
      PermissionRows rows,
      People people,
      Ledger ledger,
      Atomic atomic,
      Clock clock) {
    return new EditPermissions(blueprints, rows, people, ledger, atomic, clock);
  }

  @Bean
  Followers permissionsFollow(PermissionRows rows) {
    return new PermissionsFollow(rows);
  }

  @Bean
  Followers heirsFollow(InheritedTeams inherited) {
    return new HeirsFollow(inherited);
  }
}
