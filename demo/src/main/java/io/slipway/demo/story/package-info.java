/**
 * What the demo tells: its people, its stage, and two stories.
 *
 * <p>Start at {@link io.slipway.demo.story.Performance}.
 */
@NullMarked
package io.slipway.demo.story;

import org.jspecify.annotations.NullMarked;
