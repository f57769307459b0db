/**
 * Definitions in PostgreSQL.
 *
 * <p>Start at {@link io.slipway.catalog.definition.postgres.PostgresDefinitions}.
 */
@NullMarked
package io.slipway.catalog.definition.postgres;

import org.jspecify.annotations.NullMarked;
