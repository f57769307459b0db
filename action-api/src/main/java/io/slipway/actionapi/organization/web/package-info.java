/**
 * Organisations over HTTP: the contract's face, and the operator's door.
 *
 * <p>Start at {@code OrganizationController}.
 */
@NullMarked
package io.slipway.actionapi.organization.web;

import org.jspecify.annotations.NullMarked;
