/**
 * What the relay tells about messages that cannot be sent.
 *
 * <p>Start at {@code ParkedDispatches}.
 */
@NullMarked
package io.slipway.orchestrator.dispatch.kafka;

import org.jspecify.annotations.NullMarked;
