/**
 * The organisations that are told things: where their console is, and which were erased.
 *
 * <p>Start at {@link io.slipway.notifier.organization.Organizations}.
 */
@NullMarked
package io.slipway.notifier.organization;

import org.jspecify.annotations.NullMarked;
