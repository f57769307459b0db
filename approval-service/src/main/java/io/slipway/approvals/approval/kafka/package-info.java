/**
 * What is heard about runs and people, and what is said about approvals.
 *
 * <p>Start at {@link io.slipway.approvals.approval.kafka.WaitingRuns}.
 */
@NullMarked
package io.slipway.approvals.approval.kafka;

import org.jspecify.annotations.NullMarked;
