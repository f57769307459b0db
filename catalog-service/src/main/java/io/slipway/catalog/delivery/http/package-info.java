/**
 * Calls to addresses that users chose.
 *
 * <p>Start at {@link io.slipway.catalog.delivery.http.SignedCalls}.
 */
@NullMarked
package io.slipway.catalog.delivery.http;

import org.jspecify.annotations.NullMarked;
