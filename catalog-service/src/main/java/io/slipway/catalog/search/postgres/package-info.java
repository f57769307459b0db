/**
 * Queries as SQL over the searchable copy of the properties.
 *
 * <p>Start at {@link io.slipway.catalog.search.postgres.SearchSql}.
 */
@NullMarked
package io.slipway.catalog.search.postgres;

import org.jspecify.annotations.NullMarked;
