/**
 * Speaking to a running suite, over HTTP and Kafka as any client would.
 *
 * <p>Start reading at {@link io.slipway.local.edge.Organizations} and {@link
 * io.slipway.local.edge.Probe}.
 */
@NullMarked
package io.slipway.local.edge;

import org.jspecify.annotations.NullMarked;
