package io.slipway.orchestrator.run;

import org.jspecify.annotations.Nullable;

/**
 * What the people asked have decided, as a run shows it.
 *
 * @param voter whose vote settled it; null when none did
 * @param description why, in the voter's own words
 */
public record Decision(boolean approved, @Nullable String voter, @Nullable String description) {}
