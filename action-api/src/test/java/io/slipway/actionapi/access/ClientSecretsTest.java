package io.slipway.actionapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.chassis.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ClientSecretsTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private final ClientSecrets secrets = new ClientSecrets(new Sealer(KEY), KEY);

  @Test
  void knowsTheRightSecretFromAWrongOne() {
    var credential = credential("right");

    assertThat(secrets.matches(credential, "right")).isTrue();
    assertThat(secrets.matches(credential, "wrong")).isFalse();
    assertThat(new String(credential.secretHash(), StandardCharsets.ISO_8859_1))
        .doesNotContain("right");
  }

  @Test
  void givesTheSecretBackToItsOwnOrganizationOnly() {
    var credential = credential("right");

    assertThat(secrets.open("org_a", credential.secretSealed())).isEqualTo("right");
    assertThatThrownBy(() -> secrets.open("org_b", credential.secretSealed()))
        .isInstanceOf(Sealer.SealBroken.class);
  }

  /** A table that is stolen without the sealing key tells nothing. */
  @Test
  void hashesDifferentlyUnderAnotherKey() {
    var other = Base64.getEncoder().encodeToString("another-key-of-exactly-32-bytes!".getBytes());

    assertThat(new ClientSecrets(new Sealer(other), other).matches(credential("right"), "right"))
        .isFalse();
  }

  private Credential credential(String secret) {
    return secrets.credential(
        "org_a", "client", secret, Credential.Kind.MACHINE, "", Instant.EPOCH);
  }
}
