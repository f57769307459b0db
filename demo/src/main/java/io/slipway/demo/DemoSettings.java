package io.slipway.demo;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the suite is and who we are there; all but the last is in {@code credentials.json}.
 *
 * @param workDirectory where the agent keeps what it makes
 */
public record DemoSettings(
    URI apiUrl,
    String orgId,
    String clientId,
    String clientSecret,
    String adminEmail,
    String adminPassword,
    String kafkaBootstrap,
    String kafkaUsername,
    String kafkaPassword,
    Path workDirectory) {

  /** Without the secrets, so that it may be logged. */
  @Override
  public String toString() {
    return "DemoSettings[" + orgId + " at " + apiUrl + "]";
  }
}
