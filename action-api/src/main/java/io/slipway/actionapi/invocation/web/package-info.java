/**
 * Invocations over HTTP, and the doors at which they are handed on.
 *
 * <p>Start at {@code InvocationController}.
 */
@NullMarked
package io.slipway.actionapi.invocation.web;

import org.jspecify.annotations.NullMarked;
