/**
 * Telling people and systems what happened.
 *
 * <p>Start at {@link io.slipway.notifier.Wiring}.
 */
@NullMarked
package io.slipway.notifier;

import org.jspecify.annotations.NullMarked;
