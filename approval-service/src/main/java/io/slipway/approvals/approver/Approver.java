package io.slipway.approvals.approver;

import org.jspecify.annotations.Nullable;

/**
 * Someone who may vote.
 *
 * @param email by which the catalog knows them
 * @param name how to address them, if they said
 * @param userId their identifier
 */
public record Approver(String email, @Nullable String name, String userId) {}
