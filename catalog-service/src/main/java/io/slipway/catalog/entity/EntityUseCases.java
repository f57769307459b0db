package io.slipway.catalog.entity;

import io.slipway.catalog.access.PermissionRows;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Ledger;

/** Makes the use cases of this room of the ports that they need. */
public final class EntityUseCases {
  private EntityUseCases() {}

  /** What the use cases need. */
  public record Ports(
      Blueprints blueprints, Entities entities, Ledger ledger, Atomic atomic, Around around) {}

  /**
   * What stands around entities.
   *
   * @param timers what follows the timer properties
   * @param permissions what is said about who may do what
   * @param find finds entities by rules, for whoever may read them
   * @param inherited the teams of entities that inherit them
   */
  public record Around(
      TimersArmed timers,
      PermissionRows permissions,
      FindEntities find,
      InheritedTeams inherited) {}

  public static WriteEntity write(Ports ports, TieToRun ties) {
    var keep = new Keep(ports);
    return new WriteEntity(
        ports, ties, new Fulfil(new Ends(ports), ports.around().inherited(), keep), keep);
  }

  public static DeleteEntity delete(Ports ports, TieToRun ties) {
    return new DeleteEntity(ports, ties);
  }
}
