/**
 * Blueprints over HTTP.
 *
 * <p>Start at {@link io.slipway.catalog.blueprint.web.BlueprintController}.
 */
@NullMarked
package io.slipway.catalog.blueprint.web;

import org.jspecify.annotations.NullMarked;
