/**
 * The organisations that this service keeps approvals of, and those it has erased.
 *
 * <p>Start at {@link io.slipway.approvals.organization.Organizations}.
 */
@NullMarked
package io.slipway.approvals.organization;

import org.jspecify.annotations.NullMarked;
