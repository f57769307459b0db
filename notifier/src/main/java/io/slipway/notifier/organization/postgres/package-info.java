/**
 * Organisations as rows.
 *
 * <p>Start at {@link io.slipway.notifier.organization.postgres.PostgresOrganizations}.
 */
@NullMarked
package io.slipway.notifier.organization.postgres;

import org.jspecify.annotations.NullMarked;
