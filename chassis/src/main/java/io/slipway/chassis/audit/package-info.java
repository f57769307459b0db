/**
 * Who did what, written by the owner in the transaction of the change; used by the four owners.
 *
 * <p>Start at {@link io.slipway.chassis.audit.AuditTrail}.
 */
@NullMarked
package io.slipway.chassis.audit;

import org.jspecify.annotations.NullMarked;
