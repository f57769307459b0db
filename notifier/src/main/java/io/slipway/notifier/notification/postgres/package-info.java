/**
 * Who waits for news of which run, as rows.
 *
 * <p>Start at {@link io.slipway.notifier.notification.postgres.PostgresNotifications}.
 */
@NullMarked
package io.slipway.notifier.notification.postgres;

import org.jspecify.annotations.NullMarked;
