/**
 * The log in PostgreSQL.
 *
 * <p>Start at {@code PostgresRunLog}.
 */
@NullMarked
package io.slipway.orchestrator.log.postgres;

import org.jspecify.annotations.NullMarked;
