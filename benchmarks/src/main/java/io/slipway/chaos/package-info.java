/**
 * Whether a running suite keeps its promises while its processes are being killed.
 *
 * <p>Start reading at {@link io.slipway.chaos.Chaos}; what is promised is {@link
 * io.slipway.chaos.Checker}.
 */
@NullMarked
package io.slipway.chaos;

import org.jspecify.annotations.NullMarked;
