/**
 * Asks the orchestrator.
 *
 * <p>Start at {@link io.slipway.approvals.approval.http.HttpOrchestrator}.
 */
@NullMarked
package io.slipway.approvals.approval.http;

import org.jspecify.annotations.NullMarked;
