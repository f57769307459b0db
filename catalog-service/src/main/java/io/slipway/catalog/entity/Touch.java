package io.slipway.catalog.entity;

import io.slipway.catalog.access.Rights.Touched;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Which parts of an entity a write touches, in the names that permissions use. Pure. */
final class Touch {
  private Touch() {}

  /** Everything that was said of a new entity; what it gets by default is touched by nobody. */
  static Touched registering(EntityInput input) {
    var properties = new ArrayList<String>();
    input
        .properties()
        .forEach(
            (name, value) -> {
              if (!value.isNull()) {
                properties.add(name);
              }
            });
    if (input.title() != null) {
      properties.add("$title");
    }
    if (input.icon() != null) {
      properties.add("$icon");
    }
    var team = input.team();
    if (team != null && !team.isEmpty()) {
      properties.add("$team");
    }
    var relations = new ArrayList<String>();
    input
        .relations()
        .forEach(
            (name, ends) -> {
              if (!ends.isEmpty()) {
                relations.add(name);
              }
            });
    return new Touched(properties, relations);
  }

  /** Everything that is different. */
  static Touched updating(Entity before, Entity after) {
    var properties = new ArrayList<String>();
    var names = new LinkedHashSet<String>();
    names.addAll(before.content().properties().propertyNames());
    names.addAll(after.content().properties().propertyNames());
    for (var name : names) {
      JsonNode now = after.content().properties().get(name);
      if (!Objects.equals(before.content().properties().get(name), now)) {
        properties.add(name);
      }
    }
    note(properties, "$identifier", before.identifier(), after.identifier());
    note(properties, "$title", before.content().title(), after.content().title());
    note(properties, "$icon", before.content().icon(), after.content().icon());
    note(properties, "$team", before.content().team(), after.content().team());
    return new Touched(properties, relations(before, after));
  }

  private static void note(
      List<String> touched,
      String name,
      @org.jspecify.annotations.Nullable Object before,
      @org.jspecify.annotations.Nullable Object after) {
    if (!Objects.equals(before, after)) {
      touched.add(name);
    }
  }

  private static List<String> relations(Entity before, Entity after) {
    var names = new LinkedHashSet<String>();
    names.addAll(before.content().relations().keySet());
    names.addAll(after.content().relations().keySet());
    return names.stream().filter(name -> !ids(before, name).equals(ids(after, name))).toList();
  }

  private static List<String> ids(Entity entity, String relation) {
    return entity.content().links(relation).stream().map(Related::id).toList();
  }

  /** Whether the teams of an entity, or whom it links to, are different. */
  static boolean movesTeams(Entity before, Entity after) {
    return !before.content().team().equals(after.content().team())
        || !relations(before, after).isEmpty();
  }
}
