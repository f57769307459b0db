package io.slipway.notifier.channel;

import java.time.Instant;

/**
 * What stays the same however often something is sent, so that the other side can tell a repetition
 * from a second message.
 *
 * @param id of the delivery
 * @param runId what it is about; messages of one run belong together
 * @param at when it was decided to send it
 */
public record Envelope(String id, String organization, String runId, Instant at) {}
