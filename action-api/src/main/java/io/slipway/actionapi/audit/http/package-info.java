/**
 * Asks the owners for their audit rows.
 *
 * <p>Start at {@code OwnersAudit}.
 */
@NullMarked
package io.slipway.actionapi.audit.http;

import org.jspecify.annotations.NullMarked;
