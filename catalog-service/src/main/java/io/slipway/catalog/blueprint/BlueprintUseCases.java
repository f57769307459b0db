package io.slipway.catalog.blueprint;

import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Ledger;
import java.time.Clock;

/** Makes the use cases of this room of the ports that they need. */
public final class BlueprintUseCases {
  private BlueprintUseCases() {}

  /**
   * What the use cases need besides time.
   *
   * @param values what entities hold under the names of a blueprint
   * @param followers who else names blueprints and their parts
   */
  public record Ports(
      Blueprints blueprints,
      Moderators moderators,
      StoredValues values,
      Followers followers,
      Ledger ledger,
      Atomic atomic) {}

  public static EditBlueprints edit(Ports ports, Clock clock) {
    return new EditBlueprints(ports, new Undertaking(ports.ledger(), ports.atomic(), clock));
  }

  public static RenamePart rename(Ports ports, Clock clock) {
    return new RenamePart(ports, new Undertaking(ports.ledger(), ports.atomic(), clock));
  }
}
