/**
 * Operating-system processes that end when they should: with their parent, when told, or by force.
 *
 * <p>Start reading at {@link io.slipway.embedded.process.Processes}.
 */
@NullMarked
package io.slipway.embedded.process;

import org.jspecify.annotations.NullMarked;
