/**
 * This service's part of organizations, which is to erase what was theirs.
 *
 * <p>Start at {@link io.slipway.orchestrator.organization.Organizations}.
 */
@NullMarked
package io.slipway.orchestrator.organization;

import org.jspecify.annotations.NullMarked;
