/**
 * Users and teams over HTTP, and the doors that ask who somebody is.
 *
 * <p>Start at {@link io.slipway.catalog.people.web.UserController}.
 */
@NullMarked
package io.slipway.catalog.people.web;

import org.jspecify.annotations.NullMarked;
