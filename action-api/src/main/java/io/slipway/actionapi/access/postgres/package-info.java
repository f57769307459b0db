/**
 * Credentials and passwords as rows.
 *
 * <p>Start at {@code PostgresCredentials}.
 */
@NullMarked
package io.slipway.actionapi.access.postgres;

import org.jspecify.annotations.NullMarked;
