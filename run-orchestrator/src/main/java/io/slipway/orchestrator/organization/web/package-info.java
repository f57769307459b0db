/**
 * Organizations over HTTP, for the edge.
 *
 * <p>Start at {@code OrganizationController}.
 */
@NullMarked
package io.slipway.orchestrator.organization.web;

import org.jspecify.annotations.NullMarked;
