/**
 * The kinds of things a catalog holds: their properties, and their relations to other kinds.
 *
 * <p>Start at {@link io.slipway.catalog.blueprint.EditBlueprints}.
 */
@NullMarked
package io.slipway.catalog.blueprint;

import org.jspecify.annotations.NullMarked;
