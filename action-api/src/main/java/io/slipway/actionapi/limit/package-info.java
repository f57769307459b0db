/**
 * How much one organisation may ask for, so that its programs cannot take the edge from the others.
 *
 * <p>Start at {@link io.slipway.actionapi.limit.RequestLimits}.
 */
@NullMarked
package io.slipway.actionapi.limit;

import org.jspecify.annotations.NullMarked;
