package io.slipway.actionapi.organization;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which names an organisation, and its principal at the broker, may have. Topics and ACLs are made
 * of them, so a dot or one of our own words would let organisations meet.
 */
public final class OrganizationIdPolicy {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{1,63}");

  private static final List<String> OURS =
      List.of(
          "slipway",
          "operator",
          "admin",
          "anonymous",
          "action-api",
          "run-orchestrator",
          "approval-service",
          "notifier",
          "catalog-service");

  private final String prefix;

  /**
   * @param topicPrefix of our own topics, with its dot
   */
  public OrganizationIdPolicy(String topicPrefix) {
    this.prefix = topicPrefix.replaceAll("\\.$", "");
  }

  /** Why a name cannot be had, or null when it can. */
  public @Nullable String fault(String name) {
    if (!SHAPE.matcher(name).matches()) {
      return "must be 2 to 64 letters, digits, - or _, and begin with a letter or digit";
    }
    if (prefix.equalsIgnoreCase(name) || OURS.stream().anyMatch(name::equalsIgnoreCase)) {
      return "is one of Slipway's own words";
    }
    return null;
  }
}
