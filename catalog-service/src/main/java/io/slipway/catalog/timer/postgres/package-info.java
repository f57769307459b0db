/**
 * Timers in PostgreSQL, and the clock that looks for those that are due.
 *
 * <p>Start at {@link io.slipway.catalog.timer.postgres.PostgresTimers}.
 */
@NullMarked
package io.slipway.catalog.timer.postgres;

import org.jspecify.annotations.NullMarked;
