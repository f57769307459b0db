package io.slipway.notifier;

import io.slipway.chassis.retry.RetryPolicy;
import io.slipway.notifier.channel.Channel;
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
 * @param firstPause after the first failed attempt; doubles up to the longest
 * @param longestPause for webhooks; a receiver that is away is somebody else's, and left in peace
 * @param longestMailPause for letters; so late is a letter at most when the mail server is back
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
    @DefaultValue("10s") Duration longestMailPause,
    @DefaultValue("75h") Duration giveUpAfter) {

  DeliverySettings of(Channel.Kind kind) {
    var longest =
        switch (kind) {
          case EMAIL -> longestMailPause;
          case WEBHOOK -> longestPause;
        };
    return new DeliverySettings(
        atOnce, lease, patience, look, new RetryPolicy(firstPause, longest, giveUpAfter));
  }
}
