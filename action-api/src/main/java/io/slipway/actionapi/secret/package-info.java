/**
 * Secrets that an organisation lends to its actions: written by Admins, used by dispatches, shown
 * to nobody.
 *
 * <p>Start at {@link io.slipway.actionapi.secret.EditSecrets}.
 */
@NullMarked
package io.slipway.actionapi.secret;

import org.jspecify.annotations.NullMarked;
