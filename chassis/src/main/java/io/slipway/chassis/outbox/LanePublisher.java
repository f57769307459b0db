package io.slipway.chassis.outbox;

/** One lane's way of publishing; called by one thread. */
interface LanePublisher {

  /** Publishes one batch, if there is one; how many rows it had. */
  int publish(RelayLease.Held lease) throws Exception;

  /** The lease was taken anew: nothing is known about what the last relay has sent. */
  void newEpoch();

  void close();
}
