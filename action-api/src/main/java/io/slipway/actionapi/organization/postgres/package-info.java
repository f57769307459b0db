/**
 * Organisations and what is still to be done for them, as rows.
 *
 * <p>Start at {@code PostgresOrganizations}.
 */
@NullMarked
package io.slipway.actionapi.organization.postgres;

import org.jspecify.annotations.NullMarked;
