/**
 * Who comes in: secrets, passwords, tokens, and who is behind them.
 *
 * <p>Start at {@link io.slipway.actionapi.access.Authenticate}.
 */
@NullMarked
package io.slipway.actionapi.access;

import org.jspecify.annotations.NullMarked;
