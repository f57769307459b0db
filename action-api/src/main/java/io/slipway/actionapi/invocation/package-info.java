/**
 * Asking for an action, once, by someone.
 *
 * <p>Start at {@link io.slipway.actionapi.invocation.InvokeAction}.
 */
@NullMarked
package io.slipway.actionapi.invocation;

import org.jspecify.annotations.NullMarked;
