/**
 * How fast a running suite is: whole lives of runs at a fixed arrival rate, next to the floors of
 * its own broker and database.
 *
 * <p>Start reading at {@link io.slipway.bench.Bench}.
 */
@NullMarked
package io.slipway.bench;

import org.jspecify.annotations.NullMarked;
