/**
 * Asks the catalog who the Admins are.
 *
 * <p>Start at {@link io.slipway.notifier.notification.http.CatalogAdmins}.
 */
@NullMarked
package io.slipway.notifier.notification.http;

import org.jspecify.annotations.NullMarked;
