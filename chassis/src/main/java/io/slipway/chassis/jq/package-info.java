/**
 * Programs that users write, kept within bounds: time, memory and output are limited, and no
 * environment, file or network can be reached; used by catalog-service (calculations) and by
 * whoever renders templates, conditions and policies.
 *
 * <p>Start at {@link io.slipway.chassis.jq.Jq}.
 */
@NullMarked
package io.slipway.chassis.jq;

import org.jspecify.annotations.NullMarked;
