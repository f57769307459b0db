/**
 * Migrations over HTTP.
 *
 * <p>Start at {@link io.slipway.catalog.migration.web.MigrationController}.
 */
@NullMarked
package io.slipway.catalog.migration.web;

import org.jspecify.annotations.NullMarked;
