/**
 * Streams over HTTP, as server-sent events.
 *
 * <p>Start at {@code StreamController}.
 */
@NullMarked
package io.slipway.orchestrator.stream.web;

import org.jspecify.annotations.NullMarked;
