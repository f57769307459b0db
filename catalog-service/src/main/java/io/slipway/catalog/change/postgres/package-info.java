/**
 * Transactions in PostgreSQL.
 *
 * <p>Start at {@link io.slipway.catalog.change.postgres.PostgresAtomic}.
 */
@NullMarked
package io.slipway.catalog.change.postgres;

import org.jspecify.annotations.NullMarked;
