package io.slipway.chaos;

/**
 * A record on {@code {org}.runs}.
 *
 * @param token the wish that its inputs name; empty if they name none
 */
record Invocation(String runId, String token, int partition, long offset) {}
