/**
 * The catalog service: blueprints, entities and the relations between them, and the people who are
 * entities too.
 *
 * <p>Start at {@link io.slipway.catalog.Wiring}, the map of the service, then at {@link
 * io.slipway.catalog.entity.WriteEntity}.
 */
@NullMarked
package io.slipway.catalog;

import org.jspecify.annotations.NullMarked;
