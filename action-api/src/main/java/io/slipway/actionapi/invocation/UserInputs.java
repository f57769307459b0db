package io.slipway.actionapi.invocation;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Inputs that fit their action: whoever holds one need not check again, since {@link
 * InputValidator} alone makes them.
 */
public final class UserInputs {
  private final ObjectNode values;
  private final List<EntityInput> entities;
  private final Map<String, Encryption> secrets;

  /** Inputs that name entities, by which the whole entities are found. */
  public record EntityInput(String name, String blueprint, List<String> identifiers, boolean many) {
    public EntityInput {
      identifiers = List.copyOf(identifiers);
    }
  }

  /** How a secret input is kept. */
  public enum Encryption {
    /** We encrypt it with the organisation's secret. */
    OURS,
    /** The client has encrypted it already. */
    CLIENT_SIDE
  }

  UserInputs(ObjectNode values, List<EntityInput> entities, Map<String, Encryption> secrets) {
    this.values = values;
    this.entities = List.copyOf(entities);
    this.secrets = Map.copyOf(secrets);
  }

  /** With defaults filled in; entity inputs as identifiers, secrets still in clear. */
  public ObjectNode values() {
    return values.deepCopy();
  }

  public List<EntityInput> entities() {
    return entities;
  }

  /** The secret ones among the inputs that were given. */
  public Map<String, Encryption> secrets() {
    return secrets;
  }

  /** Without any values: some are secret. */
  @Override
  public String toString() {
    return "UserInputs" + values.propertyNames();
  }
}
