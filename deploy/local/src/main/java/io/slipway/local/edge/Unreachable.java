package io.slipway.local.edge;

/** Nobody answers there. */
public final class Unreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unreachable(String url, Exception cause) {
    super("Nobody answers at " + url + " (" + cause + ")", cause);
  }
}
