/**
 * What runs in the one JVM in which all five services start, so that their libraries can be cached
 * as loaded classes.
 *
 * <p>Start reading at {@link io.slipway.local.training.Rehearsal}. It is a jar of its own and uses
 * nothing but the JDK.
 */
@org.jspecify.annotations.NullMarked
package io.slipway.local.training;
