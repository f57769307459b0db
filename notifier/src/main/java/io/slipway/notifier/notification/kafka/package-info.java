/**
 * What is heard about approvals and runs.
 *
 * <p>Start at {@link io.slipway.notifier.notification.kafka.AskedPeople}.
 */
@NullMarked
package io.slipway.notifier.notification.kafka;

import org.jspecify.annotations.NullMarked;
