/**
 * Asks the catalog whether a blueprint exists.
 *
 * <p>Start at {@code CatalogBlueprints}.
 */
@NullMarked
package io.slipway.actionapi.action.http;

import org.jspecify.annotations.NullMarked;
