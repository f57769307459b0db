package io.slipway.orchestrator.dispatch;

/** The client secret of an organization's default credentials, which its agents know too. */
public record SigningKey(String secret) {
  @Override
  public String toString() {
    return "SigningKey[****]";
  }
}
