package io.slipway.chassis.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param instance names this process; a restart with the same name takes its lease back at once
 * @param enabled false for a replica that leaves publishing to others
 * @param batch at most so many rows are sent together
 * @param poll how often to look when nobody has woken the relay
 * @param lease how long a relay may be silent before another takes over
 * @param keep how long published rows stay, so that a lost topic can be refilled
 * @param transactionalIds taken in turn, so that no transaction waits for the markers of the last
 */
@ConfigurationProperties("slipway.outbox")
public record OutboxSettings(
    @DefaultValue("${spring.application.name}@${HOSTNAME:localhost}:${server.port:0}")
        String instance,
    @DefaultValue("true") boolean enabled,
    @DefaultValue("500") int batch,
    @DefaultValue("250ms") Duration poll,
    @DefaultValue("10s") Duration lease,
    @DefaultValue("7d") Duration keep,
    @DefaultValue("4") int transactionalIds) {}
