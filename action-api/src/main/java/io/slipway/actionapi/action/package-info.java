/**
 * What can be done: definitions and who may use them.
 *
 * <p>Start at {@link io.slipway.actionapi.action.SaveAction}.
 */
@NullMarked
package io.slipway.actionapi.action;

import org.jspecify.annotations.NullMarked;
