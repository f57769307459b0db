package io.slipway.catalog.change;

import io.slipway.chassis.caller.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The act of changing something.
 *
 * @param by who does it
 * @param at when; as exact as its text can say
 * @param runId the run in whose name, when one is going on
 */
public record Doing(Caller by, Instant at, @Nullable String runId) {

  public String organization() {
    return by.organization();
  }
}
