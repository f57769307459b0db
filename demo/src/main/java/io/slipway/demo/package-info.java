/**
 * Two stories of platform teams, told against a real suite by a small agent.
 *
 * <p>Start at {@link io.slipway.demo.Demo}.
 */
@NullMarked
package io.slipway.demo;

import org.jspecify.annotations.NullMarked;
