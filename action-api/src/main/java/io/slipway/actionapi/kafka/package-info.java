/**
 * What all rooms need before they can speak on our topics.
 *
 * <p>Start at {@code SchemaWarmUp}.
 */
@NullMarked
package io.slipway.actionapi.kafka;

import org.jspecify.annotations.NullMarked;
