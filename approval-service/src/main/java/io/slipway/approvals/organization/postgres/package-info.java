/**
 * Organisations as rows.
 *
 * <p>Start at {@link io.slipway.approvals.organization.postgres.PostgresOrganizations}.
 */
@NullMarked
package io.slipway.approvals.organization.postgres;

import org.jspecify.annotations.NullMarked;
