package io.slipway.actionapi.access;

import io.slipway.chassis.caller.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who is behind an {@code Authorization} header, with the rights they have at this moment. */
public final class Authenticate {
  private static final String BEARER = "bearer ";

  private final AccessTokens tokens;
  private final Credentials credentials;
  private final People people;
  private final Memory<String, Boolean> grants = new Memory<>();

  public Authenticate(AccessTokens tokens, Credentials credentials, People people) {
    this.tokens = tokens;
    this.credentials = credentials;
    this.people = people;
  }

  /** The caller; empty when the header is absent or its token does not count (any more). */
  public Mono<Caller> handle(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return Mono.empty();
    }
    return Mono.justOrEmpty(tokens.open(bare(header)))
        .filterWhen(
            claims -> grants.recall(claims.grant(), () -> credentials.stillCount(claims.grant())))
        .flatMap(this::caller);
  }

  /** With or without {@code Bearer}: the published scheme is an API key in that header. */
  private static String bare(String header) {
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : header.strip();
  }

  private Mono<Caller> caller(TokenClaims claims) {
    if (claims.machine()) {
      return Mono.just(Caller.machine(claims.organization(), claims.subject()));
    }
    return people
        .find(claims.organization(), claims.subject())
        .filter(Person::mayAct)
        .map(person -> person.caller(claims.organization(), claims.origin()));
  }
}
