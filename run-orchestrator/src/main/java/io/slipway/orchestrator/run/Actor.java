package io.slipway.orchestrator.run;

import io.slipway.chassis.caller.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whoever moved a run.
 *
 * @param id the user's id, or the client id of a program's credentials
 * @param user the user as templates and messages show them; null for programs
 */
public record Actor(String id, Kind kind, @Nullable String email, @Nullable JsonNode user) {

  /** Slipway, of its own accord. */
  public static final Actor SLIPWAY = new Actor("slipway", Kind.SYSTEM, null, null);

  /** What sort of actor it is. */
  public enum Kind {
    USER,
    MACHINE,
    SERVICE_ACCOUNT,
    SYSTEM
  }

  /** Whoever makes a request. */
  public static Actor of(Caller caller) {
    var kind =
        switch (caller.kind()) {
          case USER -> Kind.USER;
          case MACHINE -> Kind.MACHINE;
          case SERVICE_ACCOUNT -> Kind.SERVICE_ACCOUNT;
          case SERVICE -> Kind.SYSTEM;
        };
    return new Actor(caller.principal(), kind, caller.email(), null);
  }

  /** An organization's agent, which its topic vouches for and no credentials of it name. */
  public static Actor agentOf(String organization) {
    return new Actor(organization, Kind.MACHINE, null, null);
  }

  /** As the audit trail knows them. */
  public Caller asCaller(String organization, String origin) {
    var kindOfCaller =
        switch (kind) {
          case USER -> Caller.Kind.USER;
          case MACHINE -> Caller.Kind.MACHINE;
          case SERVICE_ACCOUNT -> Caller.Kind.SERVICE_ACCOUNT;
          case SYSTEM -> Caller.Kind.SERVICE;
        };
    return new Caller(organization, id, kindOfCaller, email, Set.of(), Set.of(), origin, null);
  }
}
