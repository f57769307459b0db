/**
 * Invocations as rows, kept in the same statement as what is said of them.
 *
 * <p>Start at {@code PostgresInvocations}.
 */
@NullMarked
package io.slipway.actionapi.invocation.postgres;

import org.jspecify.annotations.NullMarked;
