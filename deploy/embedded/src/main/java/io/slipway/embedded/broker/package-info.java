/**
 * What runs inside the broker's own process, on the broker's own class path: its entry and its
 * check of PLAIN passwords.
 *
 * <p>Start reading at {@link io.slipway.embedded.broker.BrokerMain}. Nothing here may use a library
 * that the broker does not bring.
 */
@NullMarked
package io.slipway.embedded.broker;

import org.jspecify.annotations.NullMarked;
