package io.slipway.catalog.access;

import io.slipway.chassis.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who may do what with the entities of a blueprint: the defaults, and in their place the blocks
 * that somebody said.
 *
 * @param blueprint its identifier, after which the role of its moderators is called
 * @param properties names of the declared properties
 * @param relations names of the relations
 * @param said the blocks that were said: {@code {read, register, update, unregister,
 *     updateProperties: {…}, updateRelations: {…}}}, each as it was said
 */
public record Permissions(
    String blueprint, Set<String> properties, Set<String> relations, ObjectNode said) {

  /** The operations on whole entities, in the order in which they are shown. */
  public static final List<String> OPERATIONS = List.of("read", "register", "update", "unregister");

  /** What may be changed of every entity besides its properties and relations. */
  public static final List<String> META = List.of("$identifier", "$title", "$icon", "$team");

  public static final String BY_PROPERTY = "updateProperties";
  public static final String BY_RELATION = "updateRelations";

  Grant grant(String operation) {
    return Grant.read(block(operation));
  }

  Grant propertyGrant(String property) {
    return Grant.read(inner(BY_PROPERTY, property));
  }

  Grant relationGrant(String relation) {
    return Grant.read(inner(BY_RELATION, relation));
  }

  /** Whether somebody said who may change this one property or relation. */
  boolean restricts(String group, String name) {
    return said.path(group).has(name);
  }

  /** Whoever may do anything with an entity may read it. */
  List<Grant> readingGrants() {
    return OPERATIONS.stream().map(this::grant).toList();
  }

  /** Names to which {@code updateProperties} may refer. */
  public Set<String> propertyKeys() {
    var keys = new LinkedHashSet<>(properties);
    keys.addAll(META);
    return keys;
  }

  /** As clients see it: every block, default or said. */
  public ObjectNode view() {
    var view = Json.object();
    var entities = view.putObject("entities");
    OPERATIONS.forEach(operation -> entities.set(operation, block(operation)));
    var byProperty = entities.putObject(BY_PROPERTY);
    propertyKeys().forEach(key -> byProperty.set(key, inner(BY_PROPERTY, key)));
    var byRelation = entities.putObject(BY_RELATION);
    relations.forEach(key -> byRelation.set(key, inner(BY_RELATION, key)));
    return view;
  }

  private JsonNode block(String operation) {
    var block = said.get(operation);
    return block == null ? usual(operation.equals("read")) : block;
  }

  private JsonNode inner(String group, String name) {
    var block = said.path(group).get(name);
    return block == null ? usual(false) : block;
  }

  private JsonNode usual(boolean reading) {
    var block = Json.object();
    block.putArray("users");
    var roles = block.putArray("roles");
    roles.add("Admin").add(AccessPolicy.moderatorOf(blueprint));
    block.putArray("teams");
    block.put("ownedByTeam", false);
    if (reading) {
      roles.add("Member");
      block.putNull("policy");
    }
    return block;
  }

  /**
   * What is said after a change: each block given takes the place of the one before.
   *
   * @param entities the member {@code entities} of a valid body
   */
  public ObjectNode changed(JsonNode entities) {
    var changed = said.deepCopy();
    for (var member : entities.properties()) {
      var name = member.getKey();
      if (OPERATIONS.contains(name)) {
        changed.set(name, Grant.complete(member.getValue()));
      } else {
        var group = changed.withObject("/" + name);
        member
            .getValue()
            .properties()
            .forEach(inner -> group.set(inner.getKey(), Grant.complete(inner.getValue())));
      }
    }
    return changed;
  }

  /** What is still said when a blueprint has only these names, and perhaps another identifier. */
  public static ObjectNode followed(ObjectNode said, Permissions before, Permissions after) {
    var followed = said.deepCopy();
    retain(followed.get(BY_PROPERTY), after.propertyKeys());
    retain(followed.get(BY_RELATION), after.relations());
    if (!before.blueprint().equals(after.blueprint())) {
      renameRole(
          followed,
          AccessPolicy.moderatorOf(before.blueprint()),
          AccessPolicy.moderatorOf(after.blueprint()));
    }
    return followed;
  }

  /** What is said after a property or relation has another name. */
  public static ObjectNode renamed(ObjectNode said, String group, String from, String to) {
    var renamed = said.deepCopy();
    if (renamed.get(group) instanceof ObjectNode blocks && blocks.has(from)) {
      blocks.set(to, blocks.remove(from));
    }
    return renamed;
  }

  private static void retain(@Nullable JsonNode blocks, Set<String> names) {
    if (blocks instanceof ObjectNode object) {
      object.retain(names);
    }
  }

  private static void renameRole(JsonNode blocks, String from, String to) {
    for (var block : blocks.properties()) {
      if (block.getValue().get("roles") instanceof ArrayNode roles) {
        for (int i = 0; i < roles.size(); i++) {
          if (roles.get(i).asString("").equals(from)) {
            roles.set(i, to);
          }
        }
      } else if (block.getValue().isObject()) {
        renameRole(block.getValue(), from, to);
      }
    }
  }
}
