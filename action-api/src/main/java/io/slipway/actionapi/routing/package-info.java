/**
 * Which service answers a path, and what a path is once its spellings are one.
 *
 * <p>Start at {@link io.slipway.actionapi.routing.Paths}.
 */
@NullMarked
package io.slipway.actionapi.routing;

import org.jspecify.annotations.NullMarked;
