/**
 * Definitions that are kept as they were sent and followed by nothing but their blueprint: of
 * scorecards, of inbound webhooks, of integrations.
 *
 * <p>Start at {@link io.slipway.catalog.definition.EditDefinitions}.
 */
@NullMarked
package io.slipway.catalog.definition;

import org.jspecify.annotations.NullMarked;
