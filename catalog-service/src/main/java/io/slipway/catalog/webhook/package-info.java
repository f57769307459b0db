/**
 * Inbound webhooks: where data may be posted, and what becomes of it.
 *
 * <p>Start at {@link io.slipway.catalog.webhook.Webhooks}.
 */
@NullMarked
package io.slipway.catalog.webhook;

import org.jspecify.annotations.NullMarked;
