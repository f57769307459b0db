/**
 * The room {@code integration} over HTTP.
 *
 * <p>Start at {@link io.slipway.catalog.integration.web.IntegrationController}.
 */
@NullMarked
package io.slipway.catalog.integration.web;

import org.jspecify.annotations.NullMarked;
