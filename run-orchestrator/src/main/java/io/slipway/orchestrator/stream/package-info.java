/**
 * Watching runs live.
 *
 * <p>Start at {@link io.slipway.orchestrator.stream.RunStreams}.
 */
@NullMarked
package io.slipway.orchestrator.stream;

import org.jspecify.annotations.NullMarked;
