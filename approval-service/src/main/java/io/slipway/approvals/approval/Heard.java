package io.slipway.approvals.approval;

/** An event of the orchestrator, however it came: heard on Kafka or fetched from it. */
public record Heard(String eventId, byte[] payload) {}
