/**
 * The log over HTTP.
 *
 * <p>Start at {@code LogController}.
 */
@NullMarked
package io.slipway.orchestrator.log.web;

import org.jspecify.annotations.NullMarked;
