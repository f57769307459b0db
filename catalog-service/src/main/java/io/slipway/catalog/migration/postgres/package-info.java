/**
 * Migrations in PostgreSQL, and the clock that looks for those that go on.
 *
 * <p>Start at {@link io.slipway.catalog.migration.postgres.PostgresMigrationRows}.
 */
@NullMarked
package io.slipway.catalog.migration.postgres;

import org.jspecify.annotations.NullMarked;
