/**
 * What is kept in the data directory between starts: secrets, credentials, ports, and who holds it.
 *
 * <p>Start reading at {@link io.slipway.local.state.DataDirectory}.
 */
@NullMarked
package io.slipway.local.state;

import org.jspecify.annotations.NullMarked;
