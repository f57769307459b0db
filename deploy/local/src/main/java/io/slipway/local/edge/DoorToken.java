package io.slipway.local.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/** The token that opens the edge's inner doors to whoever holds the suite's key: the operator. */
final class DoorToken {

  private static final Duration LIFE = Duration.ofSeconds(60);

  private DoorToken() {}

  static String operator(String base64Key, Instant now) {
    return operator(base64Key, "action-api", now);
  }

  static String operator(String base64Key, String audience, Instant now) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("operator")
            .audience(audience)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(Base64.getDecoder().decode(base64Key)));
    } catch (JOSEException e) {
      throw new IllegalStateException("the doors' key cannot sign", e);
    }
    return token.serialize();
  }
}
