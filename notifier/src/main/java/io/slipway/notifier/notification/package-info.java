/**
 * What is worth telling, to whom, and in which words.
 *
 * <p>Start at {@link io.slipway.notifier.notification.Notify}.
 */
@NullMarked
package io.slipway.notifier.notification;

import org.jspecify.annotations.NullMarked;
