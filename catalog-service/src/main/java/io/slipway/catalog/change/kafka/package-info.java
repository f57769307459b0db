/**
 * Says changes on our own topics and on the organisation's change log.
 *
 * <p>Start at {@link io.slipway.catalog.change.kafka.OutboxLedger}.
 */
@NullMarked
package io.slipway.catalog.change.kafka;

import org.jspecify.annotations.NullMarked;
