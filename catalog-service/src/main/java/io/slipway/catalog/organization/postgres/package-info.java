/**
 * Organisations in PostgreSQL.
 *
 * <p>Start at {@link io.slipway.catalog.organization.postgres.PostgresOrganizations}.
 */
@NullMarked
package io.slipway.catalog.organization.postgres;

import org.jspecify.annotations.NullMarked;
