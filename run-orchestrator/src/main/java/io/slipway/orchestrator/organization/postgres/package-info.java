/**
 * Organizations in PostgreSQL.
 *
 * <p>Start at {@code PostgresOrganizations}.
 */
@NullMarked
package io.slipway.orchestrator.organization.postgres;

import org.jspecify.annotations.NullMarked;
