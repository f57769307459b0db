package io.slipway.orchestrator.dispatch;

import io.slipway.chassis.retry.RetryPolicy;
import java.time.Duration;

/**
 * How calls are made.
 *
 * @param atOnce how many by one replica at the same time
 * @param perOrganization how many of one organization at the same time
 * @param lease how long a claim lasts; longer than any call
 * @param look how often is looked for what is due when nothing else says so
 * @param first pause after the first attempt that nobody answered; doubles
 * @param longest no pause is longer
 */
public record CallSettings(
    int atOnce,
    int perOrganization,
    Duration lease,
    Duration look,
    Duration first,
    Duration longest) {

  RetryPolicy policy(Duration patience) {
    return new RetryPolicy(first, longest, patience);
  }
}
