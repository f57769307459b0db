package io.slipway.actionapi;

import io.github.bucket4j.TimeMeter;
import io.slipway.actionapi.access.AccessTokens;
import io.slipway.actionapi.access.Apps;
import io.slipway.actionapi.access.Authenticate;
import io.slipway.actionapi.access.ClientSecrets;
import io.slipway.actionapi.access.Credentials;
import io.slipway.actionapi.access.EditApps;
import io.slipway.actionapi.access.GrantToken;
import io.slipway.actionapi.access.OwnAccess;
import io.slipway.actionapi.access.PasswordHasher;
import io.slipway.actionapi.access.Passwords;
import io.slipway.actionapi.access.People;
import io.slipway.actionapi.access.RememberedPeople;
import io.slipway.actionapi.access.SignIn;
import io.slipway.actionapi.access.SignedTokens;
import io.slipway.actionapi.access.SlowPasswords;
import io.slipway.actionapi.limit.RequestLimits;
import io.slipway.actionapi.secret.EditSecrets;
import io.slipway.actionapi.secret.Envelope;
import io.slipway.actionapi.secret.Secrets;
import io.slipway.chassis.sealing.Sealer;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * The part of {@link Wiring} that is about who may enter, how often, and what is kept under seal.
 */
@Configuration(proxyBeanMethods = false)
class AccessWiring {

  @Bean
  ClientSecrets clientSecrets(Sealer sealer, @Value("${slipway.sealing.key}") String key) {
    return new ClientSecrets(sealer, key);
  }

  @Bean
  AccessTokens accessTokens(EdgeSettings settings, Clock clock) {
    return new SignedTokens(settings.tokens().key(), clock);
  }

  /** Argon2id with 19 MiB and two passes. */
  @Bean
  SlowPasswords passwordHasher() {
    var argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    return new SlowPasswords(password -> String.valueOf(argon2.encode(password)), argon2::matches);
  }

  @Bean
  @Primary
  RememberedPeople people(@Qualifier("catalogPeople") People catalog) {
    return new RememberedPeople(catalog);
  }

  @Bean
  GrantToken grantToken(
      Credentials credentials,
      ClientSecrets secrets,
      People people,
      AccessTokens tokens,
      Clock clock) {
    return new GrantToken(credentials, secrets, people, tokens, clock);
  }

  @Bean
  SignIn signIn(
      Passwords passwords, PasswordHasher hasher, People people, AccessTokens tokens, Clock clock) {
    return new SignIn(passwords, hasher, people, tokens, clock);
  }

  @Bean
  Authenticate authenticate(AccessTokens tokens, Credentials credentials, People people) {
    return new Authenticate(tokens, credentials, people);
  }

  @Bean
  OwnAccess ownAccess(
      Credentials credentials,
      Passwords passwords,
      PasswordHasher hasher,
      ClientSecrets secrets,
      People people,
      Clock clock) {
    return new OwnAccess(credentials, passwords, hasher, secrets, people, clock);
  }

  @Bean
  EditApps editApps(Apps apps, ClientSecrets secrets, Clock clock) {
    return new EditApps(apps, secrets, clock);
  }

  // secret

  @Bean
  Envelope envelope(Sealer sealer) {
    return new Envelope(sealer);
  }

  @Bean
  EditSecrets editSecrets(Secrets secrets, Clock clock) {
    return new EditSecrets(secrets, clock);
  }

  // limit

  @Bean
  RequestLimits requestLimits(EdgeSettings settings) {
    var limits = settings.limits();
    return new RequestLimits(limits.requests(), limits.period(), TimeMeter.SYSTEM_NANOTIME);
  }
}
