package io.slipway.catalog.people;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.entity.DeleteEntity;
import io.slipway.catalog.entity.WriteEntity;
import io.slipway.catalog.entity.WriteEntity.Options;
import io.slipway.catalog.entity.WriteMode;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Invites, changes and removes users, by writing the entities that they are. */
public final class EditPeople {
  private final People people;
  private final WriteEntity write;
  private final DeleteEntity delete;

  public EditPeople(People people, WriteEntity write, DeleteEntity delete) {
    this.people = people;
    this.write = write;
    this.delete = delete;
  }

  /** Makes a user with the status Invited, and the role Member where none is said. */
  public Mono<Person> invite(
      Caller caller, String email, List<String> roles, List<String> teams, String agent) {
    AccessPolicy.mustBeAdmin(caller, "invite users");
    var given = roles.isEmpty() ? List.of(Roles.MEMBER) : roles;
    return people
        .moderable(caller.organization())
        .flatMap(
            blueprints -> {
              var body = Json.object();
              body.put("identifier", email);
              body.set("team", Json.strings(teams));
              var properties = body.putObject("properties");
              properties.put("status", "Invited");
              Roles.write(given, blueprints, properties, "/invitee/roles");
              return write(caller, WriteMode.CREATE, null, body, agent);
            });
  }

  /** Changes the roles or the teams of a user, whichever is said. */
  public Mono<Person> change(
      Caller caller,
      String email,
      @Nullable List<String> roles,
      @Nullable List<String> teams,
      String agent) {
    AccessPolicy.mustBeAdmin(caller, "change users");
    return people
        .moderable(caller.organization())
        .flatMap(
            blueprints -> {
              var body = Json.object();
              if (teams != null) {
                body.set("team", Json.strings(teams));
              }
              if (roles != null) {
                Roles.write(roles, blueprints, body.putObject("properties"), "/roles");
              }
              return write(caller, WriteMode.PATCH, email, body, agent);
            });
  }

  /** Removes a user. */
  public Mono<Void> delete(Caller caller, String email) {
    AccessPolicy.mustBeAdmin(caller, "delete users");
    return delete.delete(caller, Blueprint.USER, email, false, null);
  }

  private Mono<Person> write(
      Caller caller, WriteMode mode, @Nullable String path, ObjectNode body, String agent) {
    return write
        .write(
            new WriteEntity.Request(
                caller, Blueprint.USER, mode, path, body, new Options(false, false, null, agent)))
        .map(written -> new Person(written.entity()));
  }
}
