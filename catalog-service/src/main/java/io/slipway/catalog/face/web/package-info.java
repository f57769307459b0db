/**
 * Reads paths as clients write them, before any route is chosen.
 *
 * <p>Start at {@link io.slipway.catalog.face.web.PathReading}.
 */
@NullMarked
package io.slipway.catalog.face.web;

import org.jspecify.annotations.NullMarked;
