/**
 * Asks the orchestrator about runs.
 *
 * <p>Start at {@link io.slipway.catalog.entity.http.OrchestratorRuns}.
 */
@NullMarked
package io.slipway.catalog.entity.http;

import org.jspecify.annotations.NullMarked;
