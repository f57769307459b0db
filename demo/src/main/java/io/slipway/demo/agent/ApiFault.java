package io.slipway.demo.agent;

/** Slipway refused a request, or could not be reached for as long as we were willing to try. */
public final class ApiFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean refused;

  ApiFault(String sentence, boolean refused) {
    super(sentence);
    this.refused = refused;
  }

  /** Whether it was a refusal, which trying again would not change. */
  public boolean isRefused() {
    return refused;
  }
}
