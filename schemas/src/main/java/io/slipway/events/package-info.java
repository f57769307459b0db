/**
 * The promises that services make to each other: one generated class per event, and the topics on
 * which they travel.
 *
 * <p>Start with {@link io.slipway.events.Topics}, then read the {@code .avsc} file of the event you
 * care about.
 */
@NullMarked
package io.slipway.events;

import org.jspecify.annotations.NullMarked;
