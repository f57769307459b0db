package io.slipway.chassis.caller;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated person or machine behind a request, and the rights they have at this moment.
 *
 * @param organization the only scope of everything done for this caller; from the token, never from
 *     content
 * @param principal the user's id, or the client id of the machine's credentials
 * @param kind a person, an organisation's machine, a service account, or a service of ours
 * @param email of a person or service account
 * @param roles such as {@code Admin}, {@code Member}, {@code service-moderator}
 * @param teams identifiers of the caller's teams
 * @param origin how the request came: {@code UI}, {@code API} or {@code AUTOMATION}
 * @param actingFor set when a machine acts for a person ({@code run_as}): the machine's client id
 */
public record Caller(
    String organization,
    String principal,
    Kind kind,
    @Nullable String email,
    Set<String> roles,
    Set<String> teams,
    String origin,
    @Nullable String actingFor) {

  /** What sort of principal a caller is. */
  public enum Kind {
    USER,
    MACHINE,
    SERVICE_ACCOUNT,
    SERVICE
  }

  public Caller {
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
  }

  /** An organisation's machine: every right within its organisation. */
  public static Caller machine(String organization, String clientId) {
    return new Caller(organization, clientId, Kind.MACHINE, null, Set.of(), Set.of(), "API", null);
  }

  /** A service of ours, asking for an organisation. */
  public static Caller service(String organization, String service) {
    return new Caller(organization, service, Kind.SERVICE, null, Set.of(), Set.of(), "API", null);
  }

  /** True for Admins and for whoever has an Admin's rights without being a person. */
  public boolean isAdmin() {
    return isMachine() || kind == Kind.SERVICE || roles.contains("Admin");
  }

  /** True for an organisation's own credentials. */
  public boolean isMachine() {
    return kind == Kind.MACHINE;
  }

  /** True for a person or a service account. */
  public boolean isUser() {
    return kind == Kind.USER || kind == Kind.SERVICE_ACCOUNT;
  }
}
