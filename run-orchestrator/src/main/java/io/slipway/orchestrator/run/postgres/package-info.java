/**
 * Runs in PostgreSQL.
 *
 * <p>Start at {@code PostgresRuns}; {@code RunSql} has the statements.
 */
@NullMarked
package io.slipway.orchestrator.run.postgres;

import org.jspecify.annotations.NullMarked;
