/**
 * The door through which action-api makes and erases organisations.
 *
 * <p>Start at {@link io.slipway.approvals.organization.web.OrganizationDoor}.
 */
@NullMarked
package io.slipway.approvals.organization.web;

import org.jspecify.annotations.NullMarked;
