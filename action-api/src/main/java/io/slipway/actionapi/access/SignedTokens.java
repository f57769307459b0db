package io.slipway.actionapi.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;

/** Tokens as JWTs signed with HS256; clients read some of the claims without checking them. */
public final class SignedTokens implements AccessTokens {
  private static final String ISSUER = "slipway";
  private static final int LONGEST = 8192;

  private final byte[] key;
  private final Clock clock;

  /**
   * @param key base64 of at least 32 bytes
   */
  public SignedTokens(String key, Clock clock) {
    this.key = Base64.getDecoder().decode(key);
    this.clock = clock;
    if (this.key.length < 32) {
      throw new IllegalArgumentException("slipway.tokens.key must be base64 of at least 32 bytes");
    }
  }

  @Override
  public String sign(TokenClaims claims) {
    var set =
        new JWTClaimsSet.Builder()
            .jwtID(claims.id())
            .issuer(ISSUER)
            .subject(claims.subject())
            .issueTime(Date.from(claims.issuedAt()))
            .expirationTime(Date.from(claims.expiresAt()))
            .claim("orgId", claims.organization())
            .claim("isMachine", claims.machine())
            .claim("personalToken", !claims.machine())
            .claim("grant", claims.grant())
            .claim("origin", claims.origin())
            .build();
    try {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set);
      token.sign(new MACSigner(key));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException("cannot sign a token", failure);
    }
  }

  @Override
  public Optional<TokenClaims> open(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      var jwt = SignedJWT.parse(token);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
          || !jwt.verify(new MACVerifier(key))) {
        return Optional.empty();
      }
      return live(jwt.getJWTClaimsSet());
    } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Optional<TokenClaims> live(JWTClaimsSet set) throws ParseException {
    var issued = set.getIssueTime();
    var expires = set.getExpirationTime();
    var organization = set.getStringClaim("orgId");
    var machine = set.getBooleanClaim("isMachine");
    var grant = set.getStringClaim("grant");
    var origin = set.getStringClaim("origin");
    if (!ISSUER.equals(set.getIssuer())
        || issued == null
        || expires == null
        || organization == null
        || machine == null
        || grant == null
        || origin == null
        || set.getSubject() == null
        || !expires.toInstant().isAfter(clock.instant())) {
      return Optional.empty();
    }
    return Optional.of(
        new TokenClaims(
            String.valueOf(set.getJWTID()),
            organization,
            set.getSubject(),
            machine,
            grant,
            origin,
            issued.toInstant(),
            expires.toInstant()));
  }
}
