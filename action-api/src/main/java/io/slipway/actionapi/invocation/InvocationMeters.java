package io.slipway.actionapi.invocation;

/** What is counted of invocations. */
public interface InvocationMeters {

  /** One was asked for. */
  void invoked(String trigger, String reply);
}
