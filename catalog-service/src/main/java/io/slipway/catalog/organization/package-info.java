/**
 * The catalog's part of an organisation: its built-in blueprints and its first Admin.
 *
 * <p>Start at {@link io.slipway.catalog.organization.FoundOrganization}.
 */
@NullMarked
package io.slipway.catalog.organization;

import org.jspecify.annotations.NullMarked;
