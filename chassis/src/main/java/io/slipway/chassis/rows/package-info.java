/**
 * Reading rows of R2DBC without null surprises; used by every postgres adapter.
 *
 * <p>Start at {@link io.slipway.chassis.rows.Rows}.
 */
@NullMarked
package io.slipway.chassis.rows;

import org.jspecify.annotations.NullMarked;
