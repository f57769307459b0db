/**
 * What deliveries have to tell the orchestrator.
 *
 * <p>Start at {@code OrchestratorRunLogs}.
 */
@NullMarked
package io.slipway.notifier.delivery.http;

import org.jspecify.annotations.NullMarked;
