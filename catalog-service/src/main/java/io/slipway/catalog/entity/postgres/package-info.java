/**
 * Entities and their links in PostgreSQL.
 *
 * <p>Start at {@link io.slipway.catalog.entity.postgres.PostgresEntities}.
 */
@NullMarked
package io.slipway.catalog.entity.postgres;

import org.jspecify.annotations.NullMarked;
