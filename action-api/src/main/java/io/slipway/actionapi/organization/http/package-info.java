/**
 * Asks the other owners to make their part of an organisation.
 *
 * <p>Start at {@code HttpOwners}.
 */
@NullMarked
package io.slipway.actionapi.organization.http;

import org.jspecify.annotations.NullMarked;
