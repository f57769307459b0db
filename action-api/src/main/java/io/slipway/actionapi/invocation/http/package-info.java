/**
 * Asks the catalog for entities, and hands invocations to the orchestrator.
 *
 * <p>Start at {@code CatalogEntities}.
 */
@NullMarked
package io.slipway.actionapi.invocation.http;

import org.jspecify.annotations.NullMarked;
