package io.slipway.chassis.outbox;

/**
 * Is told of each step of the relay; the place to stand for whoever wants to see it, or kill it.
 */
public interface RelayObserver {

  /** The steps of one batch, in order. */
  enum Step {
    BEFORE_SEND,
    BETWEEN_SEND_AND_COMMIT,
    BETWEEN_COMMIT_AND_MARK,
    MARKED
  }

  /** Called on the relay's thread; it goes on when this returns. */
  void at(Step step, Lane lane, int rows);

  /**
   * A record that the broker will never take was set aside, and what has its key waits behind it.
   */
  default void parked(String topic, String key, String reason) {}
}
