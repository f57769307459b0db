/**
 * Organizations over Kafka.
 *
 * <p>Start at {@code OrganizationSignals}.
 */
@NullMarked
package io.slipway.orchestrator.organization.kafka;

import org.jspecify.annotations.NullMarked;
