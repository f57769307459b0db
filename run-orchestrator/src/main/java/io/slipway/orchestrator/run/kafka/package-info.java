/**
 * Runs over Kafka: signals in, announcements out; the only place that knows Avro.
 *
 * <p>Start at {@code RunSignals}.
 */
@NullMarked
package io.slipway.orchestrator.run.kafka;

import org.jspecify.annotations.NullMarked;
