/**
 * The door at which the edge makes and erases organisations.
 *
 * <p>Start at {@link io.slipway.catalog.organization.web.OrganizationDoor}.
 */
@NullMarked
package io.slipway.catalog.organization.web;

import org.jspecify.annotations.NullMarked;
