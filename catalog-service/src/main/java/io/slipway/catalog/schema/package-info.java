/**
 * What a property may hold: a small, bounded part of JSON Schema, checked value by value.
 *
 * <p>Start at {@link io.slipway.catalog.schema.ValueValidator}.
 */
@NullMarked
package io.slipway.catalog.schema;

import org.jspecify.annotations.NullMarked;
