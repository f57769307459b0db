/**
 * Dispatches that are due, in PostgreSQL.
 *
 * <p>Start at {@code PostgresDueDispatches}.
 */
@NullMarked
package io.slipway.orchestrator.dispatch.postgres;

import org.jspecify.annotations.NullMarked;
