/**
 * Signed tokens and hashed passwords, by the libraries that know how.
 *
 * <p>Start at {@code NimbusTokens}.
 */
@NullMarked
package io.slipway.actionapi.access.crypto;

import org.jspecify.annotations.NullMarked;
