/**
 * Entities over HTTP.
 *
 * <p>Start at {@link io.slipway.catalog.entity.web.EntityController}.
 */
@NullMarked
package io.slipway.catalog.entity.web;

import org.jspecify.annotations.NullMarked;
