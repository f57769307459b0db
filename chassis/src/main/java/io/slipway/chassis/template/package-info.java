/**
 * Templates: JSON whose strings hold programs between double braces, filled from a context; used by
 * run-orchestrator (what goes to backends) and by whoever shows people what would.
 *
 * <p>Start at {@link io.slipway.chassis.template.Templates}.
 */
@NullMarked
package io.slipway.chassis.template;

import org.jspecify.annotations.NullMarked;
