package io.slipway.notifier.delivery;

import io.slipway.chassis.retry.RetryPolicy;
import java.time.Duration;

/**
 * How deliveries are attempted.
 *
 * @param atOnce how many of one channel are on their way at the same time
 * @param lease how long a claim lasts; longer than any attempt takes
 * @param patience how long one attempt may take
 * @param look how often is looked for what is due when nothing else says so
 * @param retry when to try again
 */
public record DeliverySettings(
    int atOnce, Duration lease, Duration patience, Duration look, RetryPolicy retry) {

  public DeliverySettings {
    if (lease.compareTo(patience) <= 0) {
      throw new IllegalArgumentException(
          "slipway.delivery.lease must be longer than slipway.delivery.patience");
    }
  }
}
