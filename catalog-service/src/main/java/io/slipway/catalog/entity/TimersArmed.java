package io.slipway.catalog.entity;

import java.util.Map;
import reactor.core.publisher.Mono;

/** Where the timers of entities are armed. */
public interface TimersArmed {

  /**
   * Makes the timers of an entity those given, in the transaction of the entity's change. A value
   * that stays neither fires again nor is disarmed.
   *
   * @param moments the text of each timer property that is set
   */
  Mono<Void> follow(String organization, String entityId, Map<String, String> moments);
}
