/**
 * The audit log over HTTP.
 *
 * <p>Start at {@code AuditController}.
 */
@NullMarked
package io.slipway.actionapi.audit.web;

import org.jspecify.annotations.NullMarked;
