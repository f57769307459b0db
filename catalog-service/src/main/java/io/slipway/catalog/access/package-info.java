/**
 * Who may do what in the catalog: the contract's defaults, and what is said in their place.
 *
 * <p>Start at {@link io.slipway.catalog.access.Rights} for writing, at {@link
 * io.slipway.catalog.access.ReadRule} for reading.
 */
@NullMarked
package io.slipway.catalog.access;

import org.jspecify.annotations.NullMarked;
