/**
 * The things a catalog holds, and everything that may be done to one.
 *
 * <p>Start at {@link io.slipway.catalog.entity.WriteEntity}; what a write means is decided by
 * {@link io.slipway.catalog.entity.EntityMerge}, which is pure.
 */
@NullMarked
package io.slipway.catalog.entity;

import org.jspecify.annotations.NullMarked;
