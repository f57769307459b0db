package io.slipway.actionapi.access;

import io.slipway.chassis.ids.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/**
 * A token for a client id and its secret. The same token is given again while more than five
 * minutes of it remain, so that an agent that asks before every call costs one look at a row.
 */
public final class GrantToken {
  private static final Duration LIFE = Duration.ofHours(3);
  private static final Duration ENOUGH = Duration.ofMinutes(5);
  private static final int MOST_REMEMBERED = 10_000;

  private final Credentials credentials;
  private final ClientSecrets secrets;
  private final People people;
  private final AccessTokens tokens;
  private final Clock clock;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  private record Remembered(String token, Instant expiresAt) {}

  public GrantToken(
      Credentials credentials,
      ClientSecrets secrets,
      People people,
      AccessTokens tokens,
      Clock clock) {
    this.credentials = credentials;
    this.secrets = secrets;
    this.people = people;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The token; empty when the pair is wrong or whoever it belongs to may not come in. */
  public Mono<Granted> handle(String clientId, String secret) {
    return credentials
        .withClientId(
            clientId.contains("@") ? clientId.toLowerCase(java.util.Locale.ROOT) : clientId)
        .filter(credential -> secrets.matches(credential, secret))
        .filterWhen(this::mayComeIn)
        .next()
        .map(this::grant);
  }

  private Mono<Boolean> mayComeIn(Credential credential) {
    return switch (credential.kind()) {
      case MACHINE -> Mono.just(true);
      case PERSONAL ->
          people
              .find(credential.organization(), credential.email())
              .map(Person::mayAct)
              .defaultIfEmpty(false);
    };
  }

  private Granted grant(Credential credential) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var known = remembered.get(credential.id());
    if (known == null || known.expiresAt().isBefore(now.plus(ENOUGH))) {
      known = fresh(credential, now);
    }
    return granted(known.token(), known.expiresAt(), now, credential.organization());
  }

  private Remembered fresh(Credential credential, Instant now) {
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    var machine = credential.kind() == Credential.Kind.MACHINE;
    var subject = machine ? credential.clientId() : credential.email();
    var claims = claims(credential.organization(), subject, machine, credential.id(), "API", now);
    var fresh = new Remembered(tokens.sign(claims), claims.expiresAt());
    remembered.put(credential.id(), fresh);
    return fresh;
  }

  static TokenClaims claims(
      String organization,
      String subject,
      boolean machine,
      String grant,
      String origin,
      Instant now) {
    return new TokenClaims(
        Ids.event(), organization, subject, machine, grant, origin, now, now.plus(LIFE));
  }

  static Granted granted(String token, Instant expiresAt, Instant now, String organization) {
    return new Granted(token, Duration.between(now, expiresAt).toSeconds(), organization);
  }
}
