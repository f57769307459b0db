package io.slipway.local;

/**
 * Something the person at the terminal can put right; shown as one message, without a stack trace.
 */
public final class Complaint extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Complaint(String message) {
    super(message);
  }
}
