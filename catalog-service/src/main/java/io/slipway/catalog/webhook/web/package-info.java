/**
 * The room {@code webhook} over HTTP.
 *
 * <p>Start at {@link io.slipway.catalog.webhook.web.WebhookController}.
 */
@NullMarked
package io.slipway.catalog.webhook.web;

import org.jspecify.annotations.NullMarked;
