/**
 * Work on all entities of a blueprint that takes longer than a request: deleting every one of them.
 *
 * <p>Start at {@link io.slipway.catalog.migration.Migrations}.
 */
@NullMarked
package io.slipway.catalog.migration;

import org.jspecify.annotations.NullMarked;
