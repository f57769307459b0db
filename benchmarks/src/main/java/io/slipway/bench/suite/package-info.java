/**
 * A running suite as its clients and its operator see it: HTTP, Kafka, database, processes.
 *
 * <p>Start reading at {@link io.slipway.bench.suite.SuiteAccess}.
 */
@NullMarked
package io.slipway.bench.suite;

import org.jspecify.annotations.NullMarked;
