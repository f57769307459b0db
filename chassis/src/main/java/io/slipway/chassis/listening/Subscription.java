package io.slipway.chassis.listening;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a service hears and does about it. Each implementation is the adapter of a room; {@link
 * Listening} finds them all.
 *
 * <p>{@link #on} is called once per delivery, in order per key, and again after any failure that
 * may heal; it must therefore ask the inbox. It is waited for on the listener's own thread, on
 * purpose: a run's story must stay in order.
 */
public interface Subscription {

  /** The topics heard. */
  List<String> topics();

  /** Topics heard by their shape, for those that come and go with organisations. */
  default @Nullable Pattern pattern() {
    return null;
  }

  /**
   * True where strangers write: what cannot be handled there is counted and left behind, because a
   * stranger's mistake must not stop anybody.
   */
  default boolean fromStrangers() {
    return false;
  }

  /** Handles a message; an error that {@code Causes.mayHeal} is tried again for ever. */
  Mono<Void> on(Message message);
}
