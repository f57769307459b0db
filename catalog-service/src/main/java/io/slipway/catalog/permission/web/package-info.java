/**
 * Permissions over HTTP.
 *
 * <p>Start at {@link io.slipway.catalog.permission.web.PermissionController}.
 */
@NullMarked
package io.slipway.catalog.permission.web;

import org.jspecify.annotations.NullMarked;
