package io.slipway.events.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are no event of their topic, and never will be. Trying again is in vain. */
public final class UndecodableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UndecodableEvent(String message) {
    this(message, null);
  }

  UndecodableEvent(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
