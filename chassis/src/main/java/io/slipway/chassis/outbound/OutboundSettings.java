package io.slipway.chassis.outbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calls to addresses that users chose.
 *
 * @param allowPrivate true lets them reach private networks and this machine itself
 * @param connect how long to wait for a connection
 * @param read how long to wait for an answer
 */
@ConfigurationProperties("slipway.outbound")
public record OutboundSettings(
    @DefaultValue("false") boolean allowPrivate,
    @DefaultValue("5s") Duration connect,
    @DefaultValue("30s") Duration read) {}
