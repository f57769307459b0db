/**
 * Permissions in PostgreSQL.
 *
 * <p>Start at {@link io.slipway.catalog.access.postgres.PostgresPermissionRows}.
 */
@NullMarked
package io.slipway.catalog.access.postgres;

import org.jspecify.annotations.NullMarked;
