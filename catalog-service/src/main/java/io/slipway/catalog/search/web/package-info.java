/**
 * Searching over HTTP.
 *
 * <p>Start at {@link io.slipway.catalog.search.web.SearchController}.
 */
@NullMarked
package io.slipway.catalog.search.web;

import org.jspecify.annotations.NullMarked;
