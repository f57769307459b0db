package io.slipway.catalog.people;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.entity.DeleteEntity;
import io.slipway.catalog.entity.WriteEntity;
import io.slipway.catalog.entity.WriteEntity.Options;
import io.slipway.catalog.entity.WriteMode;
import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Makes, changes and removes teams and their members, each time in one transaction. */
public final class EditTeams {
  private final Teams teams;
  private final People people;
  private final WriteEntity write;
  private final DeleteEntity delete;
  private final Atomic atomic;

  public EditTeams(
      Teams teams, People people, WriteEntity write, DeleteEntity delete, Atomic atomic) {
    this.teams = teams;
    this.people = people;
    this.write = write;
    this.delete = delete;
    this.atomic = atomic;
  }

  /**
   * What is said about a team; a null component was not said.
   *
   * @param clearsDescription whether the description goes
   * @param users the addresses of all its members
   */
  public record Said(
      @Nullable String name,
      @Nullable String description,
      boolean clearsDescription,
      @Nullable List<String> users) {}

  /** Makes a team. */
  public Mono<Team> create(Caller caller, String name, Said said) {
    AccessPolicy.mustBeAdmin(caller, "create teams");
    var body = Json.object();
    body.put("identifier", identifier(name));
    body.put("title", name);
    describe(body, said);
    return atomic.atomically(
        Mono.defer(() -> mustBeFree(caller, name, null))
            .then(Mono.defer(() -> write(caller, Blueprint.TEAM, WriteMode.CREATE, null, body)))
            .map(written -> new Team(written.entity()))
            .flatMap(team -> enlist(caller, team, said.users())));
  }

  /** Changes what is said. */
  public Mono<Team> change(Caller caller, String name, Said said) {
    AccessPolicy.mustBeAdmin(caller, "change teams");
    return atomic.atomically(
        Mono.defer(() -> find(caller, name))
            .flatMap(
                team -> {
                  var body = Json.object();
                  var title = said.name();
                  if (title != null) {
                    body.put("title", title);
                  }
                  describe(body, said);
                  return mustBeFree(caller, title, team)
                      .then(
                          Mono.defer(
                              () ->
                                  write(
                                      caller,
                                      Blueprint.TEAM,
                                      WriteMode.PATCH,
                                      team.identifier(),
                                      body)));
                })
            .map(written -> new Team(written.entity()))
            .flatMap(team -> enlist(caller, team, said.users())));
  }

  /** Removes a team; what it owned, and its members, lose it. */
  public Mono<Void> delete(Caller caller, String name) {
    AccessPolicy.mustBeAdmin(caller, "delete teams");
    return find(caller, name)
        .flatMap(team -> delete.delete(caller, Blueprint.TEAM, team.identifier(), false, null));
  }

  private Mono<Team> find(Caller caller, String name) {
    return teams
        .find(caller.organization(), name)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Team", name)));
  }

  private Mono<Void> mustBeFree(Caller caller, @Nullable String name, @Nullable Team self) {
    if (name == null || (self != null && self.name().equals(name))) {
      return Mono.empty();
    }
    return teams
        .all(caller.organization())
        .filter(other -> other.name().equals(name))
        .next()
        .flatMap(other -> Mono.error(Refusal.taken("Team", name)));
  }

  private static void describe(ObjectNode body, Said said) {
    if (said.description() != null || said.clearsDescription()) {
      body.putObject("properties").put("description", said.description());
    }
  }

  /** The name itself where it can be an identifier; else with an underscore for what cannot. */
  private static String identifier(String name) {
    var identifier = name.replaceAll("[^\\p{L}0-9@_.+:\\\\/=-]+", "_");
    return identifier.matches("\\.{1,2}") ? "_" : identifier;
  }

  private Mono<Team> enlist(Caller caller, Team team, @Nullable List<String> users) {
    if (users == null) {
      return Mono.just(team);
    }
    return people
        .all(caller.organization())
        .collectMap(person -> person.email().toLowerCase(Locale.ROOT))
        .flatMapMany(known -> Flux.fromIterable(moves(team, known, users)))
        .concatMap(
            move -> write(caller, Blueprint.USER, WriteMode.PATCH, move.email(), move.body()))
        .then(Mono.just(team));
  }

  /** A change of somebody's teams. */
  private record Move(String email, ObjectNode body) {}

  private static List<Move> moves(Team team, Map<String, Person> known, List<String> users) {
    var wanted = users.stream().map(user -> user.toLowerCase(Locale.ROOT)).toList();
    for (int i = 0; i < wanted.size(); i++) {
      if (!known.containsKey(wanted.get(i))) {
        throw Faults.refusal(
            "invalid_request",
            Faults.at("/users", i),
            "must be the e-mail of a user, and \"" + users.get(i) + "\" is nobody's");
      }
    }
    var moves = new ArrayList<Move>();
    known.forEach(
        (email, person) -> {
          var is = person.teams().contains(team.identifier());
          if (is != wanted.contains(email)) {
            var now = new ArrayList<>(person.teams());
            if (is) {
              now.remove(team.identifier());
            } else {
              now.add(team.identifier());
            }
            var body = Json.object();
            body.set("team", Json.strings(now));
            moves.add(new Move(person.email(), body));
          }
        });
    return moves;
  }

  private Mono<WriteEntity.Written> write(
      Caller caller, String blueprint, WriteMode mode, @Nullable String path, ObjectNode body) {
    return write.write(new WriteEntity.Request(caller, blueprint, mode, path, body, Options.PLAIN));
  }
}
