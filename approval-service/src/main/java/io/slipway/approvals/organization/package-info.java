/**
 * The organisations that this service keeps approvals of, and those it has erased.
 *
 * <p>Start at {@link io.slipway.chassis.organization.OrganizationPart}.
 */
@NullMarked
package io.slipway.approvals.organization;

import org.jspecify.annotations.NullMarked;
