/**
 * Telling changes to the addresses that blueprints name, until each was heard or given up.
 *
 * <p>Start at {@link io.slipway.catalog.delivery.DeliverChanges}.
 */
@NullMarked
package io.slipway.catalog.delivery;

import org.jspecify.annotations.NullMarked;
