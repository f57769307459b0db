package io.slipway.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;

class DoorTokenTest {

  @Test
  void isTheOperatorsForTheEdgeAndAMinuteLong() throws Exception {
    var key = new byte[32];
    key[0] = 7;
    var now = Instant.parse("2026-11-24T12:00:00Z");

    var token = SignedJWT.parse(DoorToken.operator(Base64.getEncoder().encodeToString(key), now));

    assertThat(token.verify(new MACVerifier(key))).isTrue();
    assertThat(token.verify(new MACVerifier(new byte[32]))).isFalse();
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("operator");
    assertThat(claims.getAudience()).containsExactly("action-api");
    assertThat(claims.getIssueTime()).isEqualTo(Date.from(now));
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(now.plus(Duration.ofSeconds(60))));
  }
}
