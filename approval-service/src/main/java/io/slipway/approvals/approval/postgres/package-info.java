/**
 * Approvals and votes as rows.
 *
 * <p>Start at {@link io.slipway.approvals.approval.postgres.PostgresApprovals}.
 */
@NullMarked
package io.slipway.approvals.approval.postgres;

import org.jspecify.annotations.NullMarked;
