/**
 * Definitions and permissions over HTTP.
 *
 * <p>Start at {@code ActionController}.
 */
@NullMarked
package io.slipway.actionapi.action.web;

import org.jspecify.annotations.NullMarked;
