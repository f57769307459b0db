/**
 * Deliveries: kept, claimed, attempted and settled, whoever dies in between.
 *
 * <p>Start at {@link io.slipway.notifier.delivery.DeliveryWorker}.
 */
@NullMarked
package io.slipway.notifier.delivery;

import org.jspecify.annotations.NullMarked;
