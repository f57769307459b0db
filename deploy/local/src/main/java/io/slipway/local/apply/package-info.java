/**
 * Declared definitions: reads what files say should be there, shows how that differs from what is
 * there, and makes it so.
 *
 * <p>Start at {@link io.slipway.local.apply.Apply}; {@code docs/reference/apply.md} is the page for
 * users.
 */
@NullMarked
package io.slipway.local.apply;

import org.jspecify.annotations.NullMarked;
