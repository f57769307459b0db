/**
 * An organisation at the broker: its topics, its principal, and the event that it is there.
 *
 * <p>Start at {@code KafkaAgentAccess}.
 */
@NullMarked
package io.slipway.actionapi.organization.kafka;

import org.jspecify.annotations.NullMarked;
