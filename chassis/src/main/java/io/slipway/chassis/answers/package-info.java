/**
 * How every server of ours answers.
 *
 * <p>Start at {@code LateAnswers}.
 */
@NullMarked
package io.slipway.chassis.answers;

import org.jspecify.annotations.NullMarked;
