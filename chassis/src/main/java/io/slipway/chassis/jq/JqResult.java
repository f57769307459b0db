package io.slipway.chassis.jq;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What became of a program. */
public sealed interface JqResult {

  /** It ended; it may have put out nothing, one value, or several. */
  record Values(List<JsonNode> values) implements JqResult {
    public Values {
      values = List.copyOf(values);
    }
  }

  /** It is no program, or it met an error of its own. */
  record Failed(String reason) implements JqResult {}

  /** It wanted more than it may have, and was stopped. */
  record Runaway(String reason) implements JqResult {}
}
