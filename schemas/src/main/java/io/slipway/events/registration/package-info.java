/**
 * Brings our schemas into a registry, as a step of deployment and never of a service.
 *
 * <p>Start with {@link io.slipway.events.registration.SchemaRegistration}.
 */
@NullMarked
package io.slipway.events.registration;

import org.jspecify.annotations.NullMarked;
