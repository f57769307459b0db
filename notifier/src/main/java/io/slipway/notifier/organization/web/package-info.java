/**
 * The door through which action-api makes and erases organisations.
 *
 * <p>Start at {@link io.slipway.notifier.organization.web.OrganizationDoor}.
 */
@NullMarked
package io.slipway.notifier.organization.web;

import org.jspecify.annotations.NullMarked;
