package io.slipway.chassis.listening;

/**
 * Is told when a message has been handled and its offset is not committed yet; the place to stand
 * for whoever wants to see it, or kill it there.
 */
@FunctionalInterface
public interface ListeningObserver {

  /** Called on the listener's thread; it goes on when this returns. */
  void handled(Message message);
}
