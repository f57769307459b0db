/**
 * An organisation, from the wish for one to the moment its tokens work.
 *
 * <p>Start at {@link io.slipway.actionapi.organization.FoundOrganization}, then {@link
 * io.slipway.actionapi.organization.Provision}.
 */
@NullMarked
package io.slipway.actionapi.organization;

import org.jspecify.annotations.NullMarked;
