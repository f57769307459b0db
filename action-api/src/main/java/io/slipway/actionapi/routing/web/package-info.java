/**
 * The reverse proxy in front of the owners.
 *
 * <p>Start at {@code ForwardController}.
 */
@NullMarked
package io.slipway.actionapi.routing.web;

import org.jspecify.annotations.NullMarked;
