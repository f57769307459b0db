/**
 * Hears of organisations that are erased.
 *
 * <p>Start at {@link io.slipway.catalog.organization.kafka.OrganizationSignals}.
 */
@NullMarked
package io.slipway.catalog.organization.kafka;

import org.jspecify.annotations.NullMarked;
