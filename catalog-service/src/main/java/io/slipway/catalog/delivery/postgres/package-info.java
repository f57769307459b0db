/**
 * Deliveries in PostgreSQL, and the clock that looks for those that are due.
 *
 * <p>Start at {@link io.slipway.catalog.delivery.postgres.PostgresDeliveries}.
 */
@NullMarked
package io.slipway.catalog.delivery.postgres;

import org.jspecify.annotations.NullMarked;
