package io.slipway.catalog.entity;

import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Ledger;
import java.time.Clock;

/** Makes the use cases of this room of the ports that they need. */
public final class EntityUseCases {
  private EntityUseCases() {}

  /**
   * What the use cases need besides time.
   *
   * @param timers what follows the timer properties
   */
  public record Ports(
      Blueprints blueprints,
      Entities entities,
      TimersArmed timers,
      RunsGoingOn runs,
      Ledger ledger,
      Atomic atomic) {}

  public static WriteEntity write(Ports ports, Clock clock) {
    return new WriteEntity(
        ports.blueprints(),
        ports.entities(),
        ports.atomic(),
        new Ties(ports.runs(), clock),
        new Ends(ports.blueprints(), ports.entities(), ports.ledger()),
        new Keep(ports.entities(), ports.timers(), ports.ledger()));
  }

  public static DeleteEntity delete(Ports ports, Clock clock) {
    return new DeleteEntity(
        ports.blueprints(),
        ports.entities(),
        ports.ledger(),
        ports.atomic(),
        new Ties(ports.runs(), clock));
  }
}
