package io.slipway.catalog.people;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.entity.Entities;
import io.slipway.catalog.entity.Entity;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The users of organisations. */
public final class People {
  private final Blueprints blueprints;
  private final Entities entities;

  public People(Blueprints blueprints, Entities entities) {
    this.blueprints = blueprints;
    this.entities = entities;
  }

  /** All, in the order in which they came. */
  public Flux<Person> all(String organization) {
    return blueprints
        .find(organization, Blueprint.USER)
        .flatMapMany(entities::all)
        .map(Person::new);
  }

  /** One by e-mail address, in any case; or empty. */
  public Mono<Person> find(String organization, String email) {
    return blueprints
        .find(organization, Blueprint.USER)
        .flatMap(blueprint -> entities.find(blueprint, email))
        .map(Person::new);
  }

  /**
   * Those who may act, and are named by their address, by a role that they hold, or by a team; each
   * once, in the order of their addresses.
   *
   * @param teams identifiers or names
   */
  public Flux<Person> resolve(
      String organization, Set<String> users, Set<String> roles, Set<String> teams) {
    var addresses =
        users.stream().map(user -> user.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return teamNames(organization)
        .map(names -> identifiers(names, teams))
        .flatMapMany(
            wanted ->
                all(organization)
                    .filter(Person::mayAct)
                    .filter(
                        person ->
                            addresses.contains(person.email().toLowerCase(Locale.ROOT))
                                || person.roles().stream().anyMatch(roles::contains)
                                || person.teams().stream().anyMatch(wanted::contains)))
        .sort(Comparator.comparing(Person::email));
  }

  private static Set<String> identifiers(Map<String, String> names, Set<String> teams) {
    return names.entrySet().stream()
        .filter(team -> teams.contains(team.getKey()) || teams.contains(team.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The names of all teams, by their identifiers. */
  public Mono<Map<String, String>> teamNames(String organization) {
    return blueprints
        .find(organization, Blueprint.TEAM)
        .flatMapMany(entities::all)
        .collectMap(Entity::identifier, team -> team.content().title());
  }

  /** The blueprints that somebody may moderate. */
  Mono<Set<String>> moderable(String organization) {
    return blueprints
        .all(organization)
        .filter(blueprint -> !blueprint.isSystem())
        .map(Blueprint::identifier)
        .collect(Collectors.toSet());
  }
}
