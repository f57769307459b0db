package io.slipway.actionapi.routing;

import java.time.Duration;

/** What is measured of requests that an owner answers. */
public interface ForwardMeters {

  /** An owner answered, or was away. */
  void forwarded(String owner, String outcome, Duration took);
}
