package io.slipway.approvals.approval;

/** A run, by the organisation it belongs to and its identifier. */
public record RunRef(String organization, String runId) {}
