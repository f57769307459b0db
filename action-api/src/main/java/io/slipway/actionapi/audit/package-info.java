/**
 * One audit log out of every owner's rows.
 *
 * <p>Start at {@link io.slipway.actionapi.audit.MergedAudit}.
 */
@NullMarked
package io.slipway.actionapi.audit;

import org.jspecify.annotations.NullMarked;
