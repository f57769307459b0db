/**
 * The ways by which something can be told, and what each of them carries.
 *
 * <p>Start at {@link io.slipway.notifier.channel.Channel}.
 */
@NullMarked
package io.slipway.notifier.channel;

import org.jspecify.annotations.NullMarked;
