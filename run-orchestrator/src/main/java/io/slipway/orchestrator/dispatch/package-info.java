/**
 * How work leaves for its backend: rendered, signed, handed over.
 *
 * <p>Start at {@link io.slipway.orchestrator.dispatch.Backends}.
 */
@NullMarked
package io.slipway.orchestrator.dispatch;

import org.jspecify.annotations.NullMarked;
