package io.slipway.actionapi.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A person signs in with address and password, and works as a user of the web UI from then on. */
public final class SignIn {
  private static final int MOST_ORGANIZATIONS = 4;

  private final Passwords passwords;
  private final PasswordHasher hasher;
  private final People people;
  private final AccessTokens tokens;
  private final Clock clock;

  public SignIn(
      Passwords passwords, PasswordHasher hasher, People people, AccessTokens tokens, Clock clock) {
    this.passwords = passwords;
    this.hasher = hasher;
    this.people = people;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * A token; empty when the pair is wrong or the person may not come in.
   *
   * @param organization which one, for a person who is in several
   */
  public Mono<Granted> handle(String email, String password, @Nullable String organization) {
    return passwords
        .of(email.toLowerCase(Locale.ROOT))
        .filter(kept -> organization == null || organization.equals(kept.organization()))
        .take(MOST_ORGANIZATIONS)
        .collectList()
        .flatMap(candidates -> firstThatMatches(candidates, password))
        .filterWhen(
            kept ->
                people
                    .find(kept.organization(), kept.email())
                    .map(Person::mayAct)
                    .defaultIfEmpty(false))
        .map(this::grant);
  }

  private Mono<Passwords.Kept> firstThatMatches(List<Passwords.Kept> candidates, String password) {
    if (candidates.isEmpty()) {
      return hasher.matchesNothing(password).then(Mono.empty());
    }
    return Flux.fromIterable(candidates)
        .filterWhen(kept -> hasher.matches(password, kept.hash()), 1)
        .next();
  }

  private Granted grant(Passwords.Kept kept) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var claims =
        GrantToken.claims(kept.organization(), kept.email(), false, kept.session(), "UI", now);
    return GrantToken.granted(tokens.sign(claims), claims.expiresAt(), now, kept.organization());
  }
}
