/**
 * What runs ask of the edge.
 *
 * <p>Start at {@code EdgeInvocations}.
 */
@NullMarked
package io.slipway.orchestrator.run.http;

import org.jspecify.annotations.NullMarked;
