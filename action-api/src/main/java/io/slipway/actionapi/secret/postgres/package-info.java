/**
 * Secrets as sealed rows.
 *
 * <p>Start at {@code PostgresSecrets}.
 */
@NullMarked
package io.slipway.actionapi.secret.postgres;

import org.jspecify.annotations.NullMarked;
