package io.slipway.catalog.entity;

import reactor.core.publisher.Mono;

/** What is known of runs that a write may name. */
public interface RunsGoingOn {

  /** Where a run is in its life, as far as a write cares. */
  enum Standing {
    GOING_ON,
    NOT_GOING_ON,
    UNKNOWN
  }

  /** Asks whoever owns the run. */
  Mono<Standing> standing(String organization, String runId);
}
