/**
 * Finding entities by what they hold.
 *
 * <p>Start at {@link io.slipway.catalog.search.SearchParser}; what the grammar promises beyond this
 * is refused with a sentence, never answered wrongly.
 */
@NullMarked
package io.slipway.catalog.search;

import org.jspecify.annotations.NullMarked;
