package io.slipway.local.apply;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts documents beside what is there now. */
final class Now {
  private final Api api;

  /** Blueprints as they will be, and those that entities are of, as they are. */
  private final Map<String, Optional<ObjectNode>> blueprints = new HashMap<>();

  private final Map<String, String> teams = new HashMap<>();

  Now(Api api) {
    this.api = api;
    api.find("/v1/blueprints/_team/entities", "entities").stream()
        .flatMap(JsonNode::valueStream)
        .forEach(
            team ->
                teams.put(team.path("title").asString(""), team.path("identifier").asString("")));
  }

  /**
   * A document beside what is there; of entities, only when the blueprints among the documents were
   * looked at before.
   */
  Step look(Document document) {
    return switch (document.kind()) {
      case BLUEPRINT -> blueprint(document);
      case TEAM -> team(document);
      case USER -> user(document);
      case ENTITY -> entity(document);
      case ACTION -> action(document);
    };
  }

  /** The blueprint of an entity, as it will be; empty when there is none. */
  Optional<ObjectNode> blueprintOf(Document entity) {
    return blueprints.computeIfAbsent(
        entity.blueprint(),
        id -> api.find(path("/v1/blueprints/", id), "blueprint").map(Merge::withoutMeta));
  }

  private Step blueprint(Document document) {
    var before =
        api.find(path("/v1/blueprints/", document.key()), "blueprint")
            .map(Merge::withoutMeta)
            .orElse(null);
    var after = Merge.blueprint(before, document.body());
    blueprints.put(document.key(), Optional.of(after));
    return new Step(document, before, after);
  }

  private Step entity(Document document) {
    var stored = properties(blueprintOf(document));
    var before =
        api.find(EntityCalls.path(document), "entity")
            .map(view -> Merge.entity(view, stored, teams))
            .orElse(null);
    return new Step(document, before, Merge.entity(before, document.body(), stored, teams));
  }

  static Set<String> properties(Optional<ObjectNode> blueprint) {
    var names = new LinkedHashSet<String>();
    blueprint.ifPresent(it -> names.addAll(it.at("/schema/properties").propertyNames()));
    return names;
  }

  private Step team(Document document) {
    var members = document.body().propertyNames();
    var before =
        api.find(path("/v1/teams/", document.key()) + "?fields=name,description,users", "team")
            .map(view -> Merge.only(lowerCase(addresses(view)), members))
            .orElse(null);
    return new Step(document, before, Merge.only(lowerCase(document.body()), members));
  }

  /** Members by their addresses. */
  private static ObjectNode addresses(JsonNode team) {
    return with(team, "users", user -> user.path("email").asString(""));
  }

  /** The case of an address is nothing. */
  private static ObjectNode lowerCase(JsonNode team) {
    return team.has("users")
        ? with(team, "users", user -> user.asString("").toLowerCase(Locale.ROOT))
        : (ObjectNode) team;
  }

  private static ObjectNode with(JsonNode of, String list, Function<JsonNode, String> word) {
    var copy = (ObjectNode) of.deepCopy();
    copy.set(list, Merge.strings(of.path(list).valueStream().map(word).toList()));
    return copy;
  }

  private Step user(Document document) {
    var members = document.body().propertyNames();
    var before =
        api.find(path("/v1/users/", document.key()), "user")
            .map(view -> with(view, "roles", role -> role.path("name").asString("")))
            .map(view -> view.put("email", document.key())) // whose case is nothing
            .map(view -> Merge.only(view, members))
            .orElse(null);
    return new Step(document, before, Merge.only(document.body(), members));
  }

  private Step action(Document document) {
    var path = path("/v1/actions/", document.key());
    var before = api.find(path, "action").map(Merge::withoutMeta).orElse(null);
    var after = document.body().deepCopy();
    if (document.body().path("permissions") instanceof ObjectNode permissions) {
      after.set("permissions", permissions(permissions, permissions));
      if (before != null) {
        var is = api.find(path + "/permissions", "permissions").orElseThrow();
        before.set("permissions", permissions(is, permissions));
      }
    }
    return new Step(document, before, after);
  }

  /** Of what is permitted, only what a document speaks of. */
  private static ObjectNode permissions(JsonNode of, ObjectNode said) {
    var some = JsonNodeFactory.instance.objectNode();
    for (var block : said.properties()) {
      some.set(
          block.getKey(),
          Merge.only(of.path(block.getKey()), List.copyOf(block.getValue().propertyNames())));
    }
    return some;
  }

  private static String path(String folder, String key) {
    return folder + Api.segment(key);
  }
}
