package io.slipway.catalog.access;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who may do one thing with the entities of a blueprint.
 *
 * @param users addresses, compared in any case
 * @param roles a higher role has the lower ones: whoever has any role is a Member too
 * @param teams identifiers or names
 * @param ownedByTeam whether whoever is in a team that owns the entity may
 * @param policy a group of search rules with contexts that must match, or null; of reading only
 */
public record Grant(
    Set<String> users,
    Set<String> roles,
    Set<String> teams,
    boolean ownedByTeam,
    @Nullable JsonNode policy) {

  private static final String MEMBER = "Member";

  static Grant read(JsonNode block) {
    var owned = block.get("ownedByTeam");
    var policy = block.get("policy");
    return new Grant(
        texts(block.get("users")),
        texts(block.get("roles")),
        texts(block.get("teams")),
        owned != null && owned.isBoolean() && owned.booleanValue(),
        policy != null && policy.isObject() ? policy : null);
  }

  private static Set<String> texts(@Nullable JsonNode list) {
    var texts = new LinkedHashSet<String>();
    if (list != null) {
      list.values().forEach(text -> texts.add(text.asString("")));
    }
    return texts;
  }

  /** True when who somebody is suffices, whatever the entity. */
  boolean isGivenTo(Caller caller) {
    return isGivenByRole(caller)
        || caller.teams().stream().anyMatch(teams::contains)
        || names(caller.email());
  }

  private boolean isGivenByRole(Caller caller) {
    return roles.contains(MEMBER) && caller.isUser()
        || caller.roles().stream().anyMatch(roles::contains);
  }

  private boolean names(@Nullable String email) {
    return email != null
        && users.stream()
            .anyMatch(user -> user.toLowerCase(Locale.ROOT).equals(email.toLowerCase(Locale.ROOT)));
  }

  /** True when somebody may do it with an entity that these teams own. */
  boolean isGivenTo(Caller caller, Collection<String> owners) {
    return isGivenTo(caller)
        || (ownedByTeam && owners.stream().anyMatch(owner -> caller.teams().contains(owner)));
  }

  /** True when there may be an entity with which somebody may do it. */
  boolean mayBeGivenTo(Caller caller) {
    return isGivenTo(caller) || (ownedByTeam && !caller.teams().isEmpty());
  }

  /** A block as it is shown and kept: the policy only where one was said. */
  static JsonNode complete(JsonNode block) {
    var complete = Json.object();
    for (var list : new String[] {"users", "roles", "teams"}) {
      var said = block.get(list);
      complete.set(list, said == null || said.isNull() ? Json.array() : said);
    }
    var owned = block.get("ownedByTeam");
    complete.put("ownedByTeam", owned != null && owned.isBoolean() && owned.booleanValue());
    if (block.has("policy")) {
      complete.set("policy", block.get("policy"));
    }
    return complete;
  }
}
