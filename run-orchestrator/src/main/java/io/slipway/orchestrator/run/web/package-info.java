/**
 * Runs over HTTP: the contract's routes, and the doors for our own services.
 *
 * <p>Start at {@code RunController}.
 */
@NullMarked
package io.slipway.orchestrator.run.web;

import org.jspecify.annotations.NullMarked;
