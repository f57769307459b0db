package io.slipway.local.state;

import io.slipway.embedded.SecretFile;

/** Keys and passwords of the suite itself, each a file of its own that is made once. */
public record Secrets(DataDirectory data) {

  /** Signs the tokens between services. */
  public String doorsKey() {
    return key("doors.key");
  }

  /** Seals customers' secrets at rest. */
  public String sealingKey() {
    return key("sealing.key");
  }

  /** Signs the tokens of people and machines. */
  public String tokensKey() {
    return key("tokens.key");
  }

  /** The password of a service's PostgreSQL role. */
  public String databasePassword(String service) {
    return SecretFile.password(data.secrets().resolve(service + ".database.password"));
  }

  /** Makes all keys that are missing, so that a start has them or fails before anything runs. */
  public Secrets ensure() {
    doorsKey();
    sealingKey();
    tokensKey();
    return this;
  }

  private String key(String name) {
    return SecretFile.key(data.secrets().resolve(name));
  }
}
