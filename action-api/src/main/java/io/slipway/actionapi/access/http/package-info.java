/**
 * Asks the catalog who somebody is.
 *
 * <p>Start at {@code CatalogPeople}.
 */
@NullMarked
package io.slipway.actionapi.access.http;

import org.jspecify.annotations.NullMarked;
