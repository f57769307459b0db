/**
 * Asks the catalog for people.
 *
 * <p>Start at {@link io.slipway.approvals.approver.http.CatalogDirectory}.
 */
@NullMarked
package io.slipway.approvals.approver.http;

import org.jspecify.annotations.NullMarked;
