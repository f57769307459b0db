/**
 * The suite as processes: in which order they start, what they are told, and how they are kept
 * alive.
 *
 * <p>Start reading at {@link io.slipway.local.suite.Suite}.
 */
@NullMarked
package io.slipway.local.suite;

import org.jspecify.annotations.NullMarked;
