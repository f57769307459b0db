/**
 * Starts the parts that Slipway stands on: PostgreSQL, a Kafka broker and a schema registry, each a
 * real process of its own.
 *
 * <p>Start reading at {@link io.slipway.embedded.Infra}, which starts all three; {@link
 * io.slipway.embedded.Part} is what they have in common.
 */
@NullMarked
package io.slipway.embedded;

import org.jspecify.annotations.NullMarked;
