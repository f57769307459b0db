package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.face.Query;
import io.slipway.chassis.json.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an entity is shown: every declared property and relation appears, unset ones as null or as an
 * empty list.
 *
 * @param include paths to show, or none for all
 * @param exclude paths to leave out of that
 * @param titles whether the other ends of links are shown with their titles
 */
public record EntityView(Set<String> include, Set<String> exclude, boolean titles) {

  /** Everything, with plain identifiers. */
  public static final EntityView WHOLE = new EntityView(Set.of(), Set.of(), false);

  /** As the query of a request asks. */
  public static EntityView asked(Query query) {
    return new EntityView(
        query.list("include"),
        query.list("exclude"),
        query.flag("attach_title_to_relation") || query.flag("attach_title_to_identifier"));
  }

  /** The entity as clients see it. */
  public ObjectNode of(Blueprint blueprint, Entity entity) {
    var content = entity.content();
    var view = Json.object();
    view.put("identifier", entity.identifier());
    view.put("title", content.title());
    view.put("icon", content.icon());
    view.put("blueprint", blueprint.identifier());
    view.set("team", Json.strings(content.team()));
    var properties = view.putObject("properties");
    for (var name : blueprint.properties().keySet()) {
      var value = content.properties().get(name);
      properties.set(name, value == null ? Json.MAPPER.nullNode() : value);
    }
    var relations = view.putObject("relations");
    for (var relation : blueprint.relations().values()) {
      var links = content.links(relation.identifier());
      if (relation.many()) {
        var ends = relations.putArray(relation.identifier());
        links.forEach(link -> ends.add(end(link)));
      } else {
        relations.set(
            relation.identifier(),
            links.isEmpty() ? Json.MAPPER.nullNode() : end(links.getFirst()));
      }
    }
    entity.stamp().write(view);
    return include.isEmpty() && exclude.isEmpty() ? view : selected(view);
  }

  private JsonNode end(Related related) {
    if (!titles) {
      return Json.MAPPER.getNodeFactory().stringNode(related.identifier());
    }
    var end = Json.object();
    end.put("identifier", related.identifier());
    end.put("title", related.title());
    return end;
  }

  private ObjectNode selected(ObjectNode view) {
    var selected = Json.object();
    for (var member : view.properties()) {
      var name = member.getKey();
      if (name.equals("properties") || name.equals("relations")) {
        var inner = inner(name, member.getValue());
        if (!inner.isEmpty() || (names(include, name) && !names(exclude, name))) {
          selected.set(name, inner);
        }
      } else if (name.equals("identifier")
          || ((include.isEmpty() || names(include, name)) && !names(exclude, name))) {
        selected.set(name, member.getValue());
      }
    }
    return selected;
  }

  private ObjectNode inner(String group, JsonNode members) {
    var selected = Json.object();
    var all = include.isEmpty() || names(include, group);
    for (var member : members.properties()) {
      var name = member.getKey();
      if ((all || reaches(include, group, name))
          && !names(exclude, group)
          && !reaches(exclude, group, name)) {
        selected.set(name, member.getValue());
      }
    }
    return selected;
  }

  /** A member by its name, or as a meta property. */
  private static boolean names(Set<String> paths, String name) {
    return paths.contains(name) || paths.contains("$" + name);
  }

  /** A property or relation by its path, or by its bare name. */
  private static boolean reaches(Set<String> paths, String group, String name) {
    return paths.contains(group + "." + name) || paths.contains(name);
  }
}
