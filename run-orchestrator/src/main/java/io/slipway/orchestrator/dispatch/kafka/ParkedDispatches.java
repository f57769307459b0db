package io.slipway.orchestrator.dispatch.kafka;

import io.slipway.chassis.outbox.Lane;
import io.slipway.chassis.outbox.RelayObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Raises the alarm when the broker refuses a message for good. The dispatcher finds it in the
 * outbox and ends its run: what only this call knew would be forgotten by a crash.
 */
@Component
class ParkedDispatches implements RelayObserver {
  private static final Logger log = LoggerFactory.getLogger(ParkedDispatches.class);

  @Override
  public void at(Step step, Lane lane, int rows) {}

  @Override
  public void parked(String topic, String key, String reason) {
    log.error("the broker refused what was to go to {} for {}: {}", topic, key, reason);
  }
}
