/**
 * What dispatching asks of the edge.
 *
 * <p>Start at {@code EdgeSigningKeys}.
 */
@NullMarked
package io.slipway.orchestrator.dispatch.http;

import org.jspecify.annotations.NullMarked;
