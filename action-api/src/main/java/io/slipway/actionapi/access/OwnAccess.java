package io.slipway.actionapi.access;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Times;
import java.time.Clock;
import java.util.Locale;
import reactor.core.publisher.Mono;

/**
 * A person's own credentials and password, made by themselves or by an Admin. New ones end what the
 * old ones granted.
 */
public final class OwnAccess {
  private static final int SECRET = 43;

  /** A password has at least so many characters. */
  public static final int SHORTEST_PASSWORD = 12;

  /** A password has at most so many characters. */
  public static final int LONGEST_PASSWORD = 200;

  private final Credentials credentials;
  private final Passwords passwords;
  private final PasswordHasher hasher;
  private final ClientSecrets secrets;
  private final People people;
  private final Clock clock;

  public OwnAccess(
      Credentials credentials,
      Passwords passwords,
      PasswordHasher hasher,
      ClientSecrets secrets,
      People people,
      Clock clock) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.hasher = hasher;
    this.secrets = secrets;
    this.people = people;
    this.clock = clock;
  }

  /** What may come of it. */
  public sealed interface Reply {
    /** New credentials, shown once. */
    record Given(String clientId, String clientSecret) implements Reply {
      /** Without the secret. */
      @Override
      public String toString() {
        return "Given[" + clientId + "]";
      }
    }

    /** The password is set. */
    record Set() implements Reply {}

    /** Only the person and Admins may. */
    record Forbidden() implements Reply {}

    /** There is nobody with this address. */
    record Unknown(String email) implements Reply {}
  }

  /** New credentials; the client id is the address, by which clients know that it is a person. */
  public Mono<Reply> newCredentials(Caller caller, String email) {
    return known(caller, email, person -> credentials(caller.organization(), person));
  }

  /** A new password. */
  public Mono<Reply> newPassword(Caller caller, String email, String password) {
    return known(
        caller,
        email,
        person ->
            hasher
                .hash(password)
                .flatMap(
                    hash ->
                        passwords.set(
                            caller.organization(),
                            address(person.email()),
                            hash,
                            Times.shown(clock.instant())))
                .thenReturn(new Reply.Set()));
  }

  private Mono<Reply> known(
      Caller caller, String email, java.util.function.Function<Person, Mono<Reply>> then) {
    if (!caller.isAdmin() && !email.equalsIgnoreCase(caller.email())) {
      return Mono.just(new Reply.Forbidden());
    }
    return people
        .find(caller.organization(), email)
        .flatMap(then)
        .defaultIfEmpty(new Reply.Unknown(email));
  }

  private Mono<Reply> credentials(String organization, Person person) {
    var secret = Ids.random(SECRET);
    var email = address(person.email());
    var credential =
        secrets.credential(
            organization,
            email,
            secret,
            Credential.Kind.PERSONAL,
            email,
            Times.shown(clock.instant()));
    return credentials.replace(credential).thenReturn(new Reply.Given(email, secret));
  }

  private static String address(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
