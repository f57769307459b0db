/**
 * Definitions as rows.
 *
 * <p>Start at {@code PostgresActions}.
 */
@NullMarked
package io.slipway.actionapi.action.postgres;

import org.jspecify.annotations.NullMarked;
