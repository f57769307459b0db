/**
 * What streams pass on, from PostgreSQL.
 *
 * <p>Start at {@code PostgresSaidSource}.
 */
@NullMarked
package io.slipway.orchestrator.stream.postgres;

import org.jspecify.annotations.NullMarked;
