/**
 * What is heard about organisations.
 *
 * <p>Start at {@link io.slipway.approvals.organization.kafka.OrganizationChanges}.
 */
@NullMarked
package io.slipway.approvals.organization.kafka;

import org.jspecify.annotations.NullMarked;
