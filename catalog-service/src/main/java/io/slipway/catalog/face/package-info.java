/**
 * How the compatible face reads requests and words answers.
 *
 * <p>Start at {@link io.slipway.catalog.face.Answers}.
 */
@NullMarked
package io.slipway.catalog.face;

import org.jspecify.annotations.NullMarked;
