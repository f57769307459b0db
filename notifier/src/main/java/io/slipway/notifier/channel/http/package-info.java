/**
 * Webhooks: signed, and never to an address inside our own network unless that is allowed.
 *
 * <p>Start at {@link io.slipway.notifier.channel.http.HttpWebhooks}.
 */
@NullMarked
package io.slipway.notifier.channel.http;

import org.jspecify.annotations.NullMarked;
