package io.slipway.catalog.access;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;

/**
 * The default rights: everyone reads; moderators write what they moderate; Admins, and whoever has
 * an Admin's rights, write everything. Blueprints of the system describe people, so only Admins
 * touch them or their entities.
 */
public final class AccessPolicy {
  private static final String MODERATOR = "-moderator";

  private AccessPolicy() {}

  /** The role of those who moderate a blueprint. */
  public static String moderatorOf(String blueprint) {
    return blueprint + MODERATOR;
  }

  /** The blueprint that a moderator's role is about, or the empty text for any other role. */
  public static String moderated(String role) {
    return role.endsWith(MODERATOR) ? role.substring(0, role.length() - MODERATOR.length()) : "";
  }

  /** Making blueprints, inviting people, keeping teams. */
  public static void mustBeAdmin(Caller caller, String what) {
    if (!caller.isAdmin()) {
      throw Refusal.forbidden("Only Admins may " + what);
    }
  }

  /** Changing or deleting a blueprint. */
  public static void mustEditBlueprint(Caller caller, String blueprint) {
    mustModerate(caller, blueprint, "change blueprint \"" + blueprint + "\"");
  }

  private static void mustModerate(Caller caller, String blueprint, String what) {
    var moderates = !blueprint.startsWith("_") && caller.roles().contains(moderatorOf(blueprint));
    if (!caller.isAdmin() && !moderates) {
      throw Refusal.forbidden("You are not permitted to " + what);
    }
  }
}
