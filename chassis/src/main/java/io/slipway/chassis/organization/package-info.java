/**
 * A service's part of an organisation: made, changed and erased when the edge asks. For
 * run-orchestrator, approval-service and notifier.
 *
 * <p>Start at {@link io.slipway.chassis.organization.OrganizationPart}.
 */
@NullMarked
package io.slipway.chassis.organization;

import org.jspecify.annotations.NullMarked;
