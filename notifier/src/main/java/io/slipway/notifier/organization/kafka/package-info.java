/**
 * What is heard about organisations.
 *
 * <p>Start at {@link io.slipway.notifier.organization.kafka.OrganizationChanges}.
 */
@NullMarked
package io.slipway.notifier.organization.kafka;

import org.jspecify.annotations.NullMarked;
