package io.slipway.orchestrator.run;

import io.slipway.chassis.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Which runs somebody may see: those of their organization; and of those that an action hides, the
 * ones they asked for or are asked to approve.
 *
 * @param all true for Admins, machines and ourselves, who see hidden ones too
 */
public record Sight(String organization, boolean all, String principal, @Nullable String email) {

  /** What a caller sees. */
  public static Sight of(Caller caller) {
    return new Sight(caller.organization(), caller.isAdmin(), caller.principal(), caller.email());
  }

  /** Everything in an organization. */
  public static Sight everything(String organization) {
    return new Sight(organization, true, "", null);
  }
}
