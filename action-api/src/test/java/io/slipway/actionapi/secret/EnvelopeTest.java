package io.slipway.actionapi.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.chassis.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final String VALUE = "hunter2-hunter2";

  private final Envelope envelope = new Envelope(new Sealer(key(1)));
  private final byte[] dataKey = envelope.newDataKey("org_a");
  private final Secret secret = new Secret("org_a", "TOKEN", null, Instant.EPOCH, Instant.EPOCH);

  @Test
  void opensWhatItSealed() {
    var sealed = envelope.seal(dataKey, secret, VALUE);

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
    assertThat(envelope.open(dataKey, "org_a", "TOKEN", sealed)).isEqualTo(VALUE);
    assertThat(envelope.seal(dataKey, secret, VALUE)).isNotEqualTo(sealed);
  }

  @Test
  void opensItNowhereElseAndSaysNothingOfIt() {
    var sealed = envelope.seal(dataKey, secret, VALUE);
    var otherKey = envelope.newDataKey("org_a");
    var stranger = new Envelope(new Sealer(key(2)));

    assertThatThrownBy(() -> envelope.open(dataKey, "org_a", "OTHER", sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("organization/org_a/secrets/OTHER")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> envelope.open(dataKey, "org_b", "TOKEN", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> envelope.open(otherKey, "org_a", "TOKEN", sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stranger.open(dataKey, "org_a", "TOKEN", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  private static String key(int seed) {
    var bytes = new byte[32];
    bytes[0] = (byte) seed;
    return Base64.getEncoder().encodeToString(bytes);
  }
}
