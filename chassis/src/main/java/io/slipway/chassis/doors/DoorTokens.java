package io.slipway.chassis.doors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks the tokens between services: signed with a key that only ours know, 60 seconds
 * long, made for one audience, and naming organisation, principal and rights. Scope comes from
 * nothing else.
 */
public final class DoorTokens {
  /** The issuer of the command line, which has the key because it has the data directory. */
  public static final String OPERATOR = "operator";

  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final String self;
  private final byte[] key;
  private final Clock clock;

  public DoorTokens(String self, byte[] key, Clock clock) {
    this.self = self;
    this.key = key;
    this.clock = clock;
  }

  /**
   * What a checked token says.
   *
   * @param issuer the service that signed it, or {@link #OPERATOR}
   * @param caller on whose behalf; of kind SERVICE when the service asks for itself
   */
  public record Opened(String issuer, Caller caller) {}

  /** A token of this service for another one, on behalf of a caller. */
  public String issue(Service audience, Caller caller) {
    return issue(audience.id(), caller);
  }

  /** The same, for a service by its name. */
  public String issue(String audience, Caller caller) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(self)
            .audience(audience)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .subject(caller.principal())
            .claim("org", caller.organization())
            .claim("kind", caller.kind().name())
            .claim("email", caller.email())
            .claim("roles", List.copyOf(caller.roles()))
            .claim("teams", List.copyOf(caller.teams()))
            .claim("origin", caller.origin())
            .claim("actingFor", caller.actingFor())
            .build();
    try {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(key));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException("cannot sign a door token", failure);
    }
  }

  /**
   * Checks signature, audience and times.
   *
   * @throws Refusal 401 when the token does not open this door
   */
  public Opened open(String token) {
    try {
      var jwt = SignedJWT.parse(token);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
          || !jwt.verify(new MACVerifier(key))) {
        throw closed();
      }
      var claims = jwt.getJWTClaimsSet();
      var now = clock.instant();
      if (!claims.getAudience().contains(self) || !live(claims, now)) {
        throw closed();
      }
      return new Opened(claims.getIssuer(), caller(claims));
    } catch (ParseException | JOSEException | IllegalArgumentException failure) {
      throw closed();
    }
  }

  private static boolean live(JWTClaimsSet claims, Instant now) {
    var expires = claims.getExpirationTime();
    var issued = claims.getIssueTime();
    return expires != null
        && issued != null
        && expires.toInstant().plus(SKEW).isAfter(now)
        && !issued.toInstant().minus(SKEW).isAfter(now)
        && !expires.toInstant().isAfter(issued.toInstant().plus(LIFE));
  }

  private static Caller caller(JWTClaimsSet claims) throws ParseException {
    var kind = claims.getStringClaim("kind");
    return new Caller(
        text(claims.getStringClaim("org")),
        text(claims.getSubject()),
        kind == null ? Caller.Kind.SERVICE : Caller.Kind.valueOf(kind),
        claims.getStringClaim("email"),
        set(claims.getStringListClaim("roles")),
        set(claims.getStringListClaim("teams")),
        claims.getStringClaim("origin") == null ? "API" : claims.getStringClaim("origin"),
        claims.getStringClaim("actingFor"));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Set<String> set(@Nullable List<String> values) {
    return values == null ? Set.of() : Set.copyOf(values);
  }

  private static Refusal closed() {
    return Refusal.unauthorized("This route is open to Slipway's own services only");
  }
}
