/**
 * What a change leaves behind, in the same transaction: an audit row, an event, and a record on the
 * organisation's change log where its blueprint asks for one.
 *
 * <p>Start at {@link io.slipway.catalog.change.Ledger}.
 */
@NullMarked
package io.slipway.catalog.change;

import org.jspecify.annotations.NullMarked;
