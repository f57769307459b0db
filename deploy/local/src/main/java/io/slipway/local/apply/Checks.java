package io.slipway.local.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong between documents; found before anything is sent. Pure. */
final class Checks {

  private Checks() {}

  /**
   * The API would keep an entity without a property that its blueprint does not have; then no
   * second time would find it as it was declared.
   */
  static List<Fault> entity(Document entity, Optional<ObjectNode> blueprint) {
    if (blueprint.isEmpty()) {
      var message = "names a blueprint that is neither there nor declared";
      return List.of(Fault.of(entity, "/blueprint", message));
    }
    var faults = new ArrayList<Fault>();
    var known =
        Map.of(
            "properties", blueprint.get().at("/schema/properties"),
            "relations", blueprint.get().path("relations"));
    for (var group : List.of("properties", "relations")) {
      for (var name : entity.body().path(group).propertyNames()) {
        var definitions = known.get(group);
        if (definitions == null || !definitions.has(name)) {
          var message = "is not among the %s of blueprint %s".formatted(group, entity.blueprint());
          faults.add(Fault.of(entity, Pointers.at("/" + group, name), message));
        }
      }
    }
    return faults;
  }

  /**
   * Who is in a team may be said by the team or by the person; said by both, it must be the same.
   */
  static List<Fault> memberships(List<Document> documents) {
    var faults = new ArrayList<Fault>();
    var teams = new HashMap<String, Document>();
    for (var document : documents) {
      if (document.kind() == Kind.TEAM && document.body().has("users")) {
        teams.put(document.key(), document);
      }
    }
    for (var user : documents) {
      if (user.kind() == Kind.USER && user.body().has("teams")) {
        var said = words(user.body().path("teams"));
        teams.forEach(
            (name, team) -> {
              var members = new HashSet<String>();
              words(team.body().path("users"))
                  .forEach(member -> members.add(member.toLowerCase(Locale.ROOT)));
              if (members.contains(user.id()) != said.contains(name)) {
                faults.add(
                    Fault.of(
                        user,
                        "/teams",
                        "says otherwise than the users of team %s (%s)"
                            .formatted(name, team.place().at("/users"))));
              }
            });
      }
    }
    return faults;
  }

  private static Set<String> words(JsonNode list) {
    var words = new HashSet<String>();
    list.forEach(word -> words.add(word.asString("")));
    return words;
  }
}
