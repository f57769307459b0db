package io.slipway.chassis.listening;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are heard.
 *
 * @param enabled false for a replica that only answers HTTP
 * @param concurrency threads per service, each with partitions of its own
 * @param patience how long one message may take before it is tried again
 * @param firstBackoff the pause after the first failure that may heal; doubles up to {@code
 *     longestBackoff}
 * @param sessionTimeout after this silence a dead member's partitions go to another
 * @param newTopics how soon a new organisation's topic is noticed
 */
@ConfigurationProperties("slipway.listening")
public record ListeningSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("2") int concurrency,
    @DefaultValue("30s") Duration patience,
    @DefaultValue("200ms") Duration firstBackoff,
    @DefaultValue("5s") Duration longestBackoff,
    @DefaultValue("10s") Duration sessionTimeout,
    @DefaultValue("2s") Duration newTopics) {}
