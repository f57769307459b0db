package io.slipway.orchestrator.stream;

/**
 * Something that a run said.
 *
 * @param seq its number, dense per run
 * @param kind {@code status} or {@code log}
 * @param body JSON text
 */
public record Said(long seq, String kind, String body) {}
