/**
 * Blueprints in PostgreSQL.
 *
 * <p>Start at {@link io.slipway.catalog.blueprint.postgres.PostgresBlueprints}.
 */
@NullMarked
package io.slipway.catalog.blueprint.postgres;

import org.jspecify.annotations.NullMarked;
