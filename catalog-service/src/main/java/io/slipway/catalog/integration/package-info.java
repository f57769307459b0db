/**
 * Integrations: programs that feed the catalog, and what they keep here about themselves.
 *
 * <p>Start at {@link io.slipway.catalog.integration.Integrations}.
 */
@NullMarked
package io.slipway.catalog.integration;

import org.jspecify.annotations.NullMarked;
