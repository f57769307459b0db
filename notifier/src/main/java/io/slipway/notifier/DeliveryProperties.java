package io.slipway.notifier;

import io.slipway.chassis.retry.RetryPolicy;
import io.slipway.notifier.delivery.DeliverySettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are attempted, as it is configured.
 *
 * @param atOnce how many of one channel are on their way at the same time
 * @param lease how long a claim lasts; longer than {@code patience}
 * @param patience how long one attempt may take
 * @param look how often is looked for what is due when nothing else says so
 * @param firstPause after the first failed attempt; doubles up to {@code longestPause}
 * @param giveUpAfter nothing is tried later than this; a mail server may be away for days
 */
@ConfigurationProperties("slipway.delivery")
record DeliveryProperties(
    @DefaultValue("4") int atOnce,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("45s") Duration patience,
    @DefaultValue("1s") Duration look,
    @DefaultValue("1s") Duration firstPause,
    @DefaultValue("30s") Duration longestPause,
    @DefaultValue("75h") Duration giveUpAfter) {

  DeliverySettings settings() {
    return new DeliverySettings(
        atOnce, lease, patience, look, new RetryPolicy(firstPause, longestPause, giveUpAfter));
  }
}
