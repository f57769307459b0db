package io.slipway.catalog.access;

import io.slipway.chassis.caller.Caller;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which entities of a blueprint somebody sees. */
public sealed interface ReadRule {

  /** All of them. */
  record Everything() implements ReadRule {}

  /**
   * Those that one of some teams owns, and those that a policy matches. Without teams and without a
   * policy that is none.
   *
   * @param teams identifiers of the teams whose entities are seen
   * @param policy a group of search rules, or null
   */
  record Some(Set<String> teams, @Nullable JsonNode policy) implements ReadRule {}

  /** What these permissions let somebody see. */
  static ReadRule of(Caller caller, Permissions permissions) {
    if (caller.isAdmin()) {
      return new Everything();
    }
    List<Grant> grants = permissions.readingGrants();
    if (grants.stream().anyMatch(grant -> grant.isGivenTo(caller))) {
      return new Everything();
    }
    var owned = grants.stream().anyMatch(Grant::ownedByTeam);
    var reading = permissions.grant("read");
    return new Some(
        owned ? caller.teams() : Set.of(), reading.ownedByTeam() ? null : reading.policy());
  }
}
