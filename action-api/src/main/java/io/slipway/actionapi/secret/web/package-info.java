/**
 * Secrets over HTTP: metadata for Admins, values for services of ours.
 *
 * <p>Start at {@code SecretController}.
 */
@NullMarked
package io.slipway.actionapi.secret.web;

import org.jspecify.annotations.NullMarked;
