/**
 * A small agent that one would copy: it takes an organisation's invocations from Kafka, does the
 * work where it runs, and tells Slipway how it goes. It knows Kafka, HTTP and JSON, and nothing of
 * Slipway's own code.
 *
 * <p>Start at {@link io.slipway.demo.agent.Agent}.
 */
@NullMarked
package io.slipway.demo.agent;

import org.jspecify.annotations.NullMarked;
