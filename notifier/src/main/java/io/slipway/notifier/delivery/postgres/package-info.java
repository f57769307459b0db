/**
 * Deliveries as rows.
 *
 * <p>Start at {@link io.slipway.notifier.delivery.postgres.PostgresDeliveries}.
 */
@NullMarked
package io.slipway.notifier.delivery.postgres;

import org.jspecify.annotations.NullMarked;
