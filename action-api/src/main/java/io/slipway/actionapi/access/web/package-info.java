/**
 * Getting a token, and showing one.
 *
 * <p>Start at {@code AuthenticationFilter}.
 */
@NullMarked
package io.slipway.actionapi.access.web;

import org.jspecify.annotations.NullMarked;
