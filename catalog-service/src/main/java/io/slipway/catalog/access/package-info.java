/**
 * Who may do what in the catalog, as the contract's defaults have it.
 *
 * <p>Start at {@link io.slipway.catalog.access.AccessPolicy}.
 */
@NullMarked
package io.slipway.catalog.access;

import org.jspecify.annotations.NullMarked;
