package io.slipway.local.state;

import io.slipway.embedded.SecretFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * What a person or program needs to use an organisation; {@code credentials.json} has exactly these
 * keys.
 */
public record Credentials(
    String orgId,
    String clientId,
    String clientSecret,
    String adminEmail,
    String adminPassword,
    String apiUrl,
    String kafkaBootstrap,
    String kafkaUsername,
    String kafkaPassword) {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Those of a new organisation. Forty-three of sixty-two letters are more than 256 bits. */
  public static Credentials invent(String apiUrl, String kafkaBootstrap) {
    var organization = "org_" + letters(16);
    return new Credentials(
        organization,
        letters(32),
        letters(64),
        "admin@slipway.local",
        letters(24),
        apiUrl,
        kafkaBootstrap,
        organization,
        letters(43));
  }

  public static Optional<Credentials> read(Path file) {
    return Files.exists(file)
        ? Optional.of(Json.MAPPER.readValue(file.toFile(), Credentials.class))
        : Optional.empty();
  }

  public Credentials write(Path file) {
    SecretFile.write(file, json() + "\n");
    return this;
  }

  public String json() {
    return Json.MAPPER.writeValueAsString(this);
  }

  /** The same organisation, reached at these addresses. */
  public Credentials at(String newApiUrl, String newKafkaBootstrap) {
    return new Credentials(
        orgId,
        clientId,
        clientSecret,
        adminEmail,
        adminPassword,
        newApiUrl,
        newKafkaBootstrap,
        kafkaUsername,
        kafkaPassword);
  }

  public static String letters(int count) {
    return RANDOM
        .ints(count, 0, ALPHABET.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
        .toString();
  }

  /** Without the secrets, so that it may be logged. */
  @Override
  public String toString() {
    return "Credentials[" + orgId + " at " + apiUrl + "]";
  }
}
