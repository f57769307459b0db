package io.slipway.actionapi.limit;

/** What is measured of limits. */
public interface LimitMeters {

  /** A request came too soon. */
  void limited();
}
