/**
 * Saying who may do what with the entities of a blueprint.
 *
 * <p>Start at {@link io.slipway.catalog.permission.EditPermissions}; what the words mean is decided
 * in the room {@code access}.
 */
@NullMarked
package io.slipway.catalog.permission;

import org.jspecify.annotations.NullMarked;
