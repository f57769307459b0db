package io.slipway.orchestrator;

import io.slipway.orchestrator.dispatch.CallSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the calls of runs are made, as it is configured.
 *
 * @param atOnce how many by one replica at the same time
 * @param perOrganization how many of one organization at the same time
 * @param lease how long a claim lasts; longer than {@code slipway.outbound} lets a call take
 * @param look how often is looked for what is due when nothing else says so
 * @param firstPause after the first attempt that nobody answered; doubles up to the longest
 * @param longestPause so late is a call at most when its receiver is back
 * @param patience how long a receiver that does not answer is tried
 */
@ConfigurationProperties("slipway.calls")
record CallProperties(
    @DefaultValue("16") int atOnce,
    @DefaultValue("8") int perOrganization,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("1s") Duration look,
    @DefaultValue("1s") Duration firstPause,
    @DefaultValue("30s") Duration longestPause,
    @DefaultValue("15m") Duration patience) {

  CallSettings settings() {
    return new CallSettings(atOnce, perOrganization, lease, look, firstPause, longestPause);
  }
}
