package io.slipway.bench.suite;

/** What {@code credentials.json} says about one organisation, as far as programs need it. */
public record OrganizationAccess(
    String id,
    String clientId,
    String clientSecret,
    String kafkaBootstrap,
    String kafkaUsername,
    String kafkaPassword) {

  /** Without passwords, so that it may be printed. */
  @Override
  public String toString() {
    return "organisation " + id;
  }
}
