/**
 * What the demo's agent does: it makes repositories from templates, and environments that know when
 * they end.
 *
 * <p>Start at {@link io.slipway.demo.handlers.ScaffoldService}.
 */
@NullMarked
package io.slipway.demo.handlers;

import org.jspecify.annotations.NullMarked;
