package io.slipway.actionapi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.chassis.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignedTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String KEY = key((byte) 1);

  @Test
  void opensWhatItSigned() {
    var claims = claims(true);

    assertThat(at(NOW, KEY).open(at(NOW, KEY).sign(claims))).contains(claims);
  }

  /** Clients decode the token without checking it, and branch on these. */
  @Test
  void saysWhatClientsLookFor() {
    var token = at(NOW, KEY).sign(claims(false));

    var parts = token.split("\\.");
    var payload = Json.parse(Base64.getUrlDecoder().decode(parts[1]));

    assertThat(parts).hasSize(3);
    assertThat(payload.path("exp").isIntegralNumber()).isTrue();
    assertThat(payload.path("isMachine").booleanValue()).isFalse();
    assertThat(payload.path("personalToken").booleanValue()).isTrue();
    assertThat(payload.path("orgId").asString()).isEqualTo("org_a");
    assertThat(payload.has("iat") && payload.has("iss") && payload.has("jti")).isTrue();
    assertThat(payload.path("sub").asString()).isEqualTo("who");
  }

  @Test
  void refusesWhatIsExpiredForeignOrUnsigned() {
    var token = at(NOW, KEY).sign(claims(true));
    var parts = token.split("\\.");
    var none =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());

    assertThat(at(NOW.plus(Duration.ofHours(3)), KEY).open(token)).isEmpty();
    assertThat(at(NOW, key((byte) 2)).open(token)).isEmpty();
    assertThat(at(NOW, KEY).open(none + "." + parts[1] + ".")).isEmpty();
    assertThat(at(NOW, KEY).open(parts[0] + "." + parts[1] + "x." + parts[2])).isEmpty();
    assertThat(at(NOW, KEY).open("rubbish")).isEmpty();
    assertThat(at(NOW, KEY).open("a".repeat(9000))).isEmpty();
  }

  @Test
  void needsAKeyThatIsLongEnough() {
    assertThatThrownBy(() -> new SignedTokens("c2hvcnQ=", Clock.systemUTC()))
        .hasMessageContaining("slipway.tokens.key");
  }

  private static TokenClaims claims(boolean machine) {
    return new TokenClaims(
        "id", "org_a", "who", machine, "cred_1", "API", NOW, NOW.plus(Duration.ofHours(3)));
  }

  private static SignedTokens at(Instant now, String key) {
    return new SignedTokens(key, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static String key(byte filling) {
    var key = new byte[32];
    java.util.Arrays.fill(key, filling);
    return Base64.getEncoder().encodeToString(key);
  }
}
