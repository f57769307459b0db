package io.slipway.catalog.access;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What somebody may do with the entities of a blueprint. Admins, and whoever has an Admin's rights,
 * may do everything. Blueprints of the system describe people: only Admins write their entities,
 * whatever is said. Pure.
 *
 * @param system whether the blueprint is one of the system
 */
public record Rights(Caller caller, Permissions permissions, boolean system) {

  /**
   * What a write touches.
   *
   * @param properties names of properties and, with a dollar sign, of what every entity has
   * @param relations names of relations
   */
  public record Touched(Collection<String> properties, Collection<String> relations) {}

  /** Refuses who could do none of these operations, whatever the entity: 403. */
  public void mustBePossible(String... operations) {
    if (caller.isAdmin()) {
      return;
    }
    for (var operation : operations) {
      if (!system && isPossible(operation)) {
        return;
      }
    }
    throw refused(operations[0], List.of());
  }

  private boolean isPossible(String operation) {
    return permissions.grant(operation).mayBeGivenTo(caller)
        || (operation.equals("update")
            && (permissions.propertyKeys().stream()
                    .anyMatch(key -> permissions.propertyGrant(key).mayBeGivenTo(caller))
                || permissions.relations().stream()
                    .anyMatch(key -> permissions.relationGrant(key).mayBeGivenTo(caller))));
  }

  /**
   * Refuses to register an entity. What somebody said about single properties holds here too; the
   * defaults do not, or who may register could register nothing.
   *
   * @param owners teams that will own it
   */
  public void mustRegister(Collection<String> owners, Touched touched) {
    if (caller.isAdmin()) {
      return;
    }
    if (system || !permissions.grant("register").isGivenTo(caller, owners)) {
      throw refused("register", List.of());
    }
    if (permissions.grant("update").isGivenTo(caller, owners)) {
      return;
    }
    var said =
        new Touched(
            touched.properties().stream()
                .filter(name -> permissions.restricts(Permissions.BY_PROPERTY, name))
                .toList(),
            touched.relations().stream()
                .filter(name -> permissions.restricts(Permissions.BY_RELATION, name))
                .toList());
    var denied = denied(owners, said);
    if (!denied.isEmpty()) {
      throw refused("register", denied);
    }
  }

  /**
   * Refuses to update an entity: a right to update covers everything, else every touched part needs
   * a right of its own.
   *
   * @param owners teams that own it before
   */
  public void mustUpdate(Collection<String> owners, Touched touched) {
    if (caller.isAdmin()) {
      return;
    }
    if (system) {
      throw refused("update", List.of());
    }
    if (permissions.grant("update").isGivenTo(caller, owners)) {
      return;
    }
    var denied = denied(owners, touched);
    var nothing = touched.properties().isEmpty() && touched.relations().isEmpty();
    if (nothing || !denied.isEmpty()) {
      throw refused("update", denied);
    }
  }

  /** Refuses to unregister an entity that these teams own. */
  public void mustUnregister(Collection<String> owners) {
    if (!caller.isAdmin()
        && (system || !permissions.grant("unregister").isGivenTo(caller, owners))) {
      throw refused("unregister", List.of());
    }
  }

  private List<String> denied(Collection<String> owners, Touched touched) {
    var denied = new ArrayList<String>();
    for (var property : touched.properties()) {
      if (!permissions.propertyGrant(property).isGivenTo(caller, owners)) {
        denied.add(property);
      }
    }
    for (var relation : touched.relations()) {
      if (!permissions.relationGrant(relation).isGivenTo(caller, owners)) {
        denied.add(relation);
      }
    }
    return denied;
  }

  private Refusal refused(String operation, List<String> parts) {
    return Refusal.forbidden(
        "You are not permitted to "
            + operation
            + (parts.isEmpty() ? "" : " \"" + String.join("\", \"", parts) + "\" of")
            + " entities of blueprint \""
            + permissions.blueprint()
            + "\"");
  }
}
