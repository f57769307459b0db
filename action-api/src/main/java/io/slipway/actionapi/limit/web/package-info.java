/**
 * The limit on requests, told with every answer.
 *
 * <p>Start at {@code LimitFilter}.
 */
@NullMarked
package io.slipway.actionapi.limit.web;

import org.jspecify.annotations.NullMarked;
