package io.slipway.events.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the registry is, and which name and password it wants, if any.
 *
 * <p>Settings may give the address of an Apicurio registry as a whole, of its core API, or of its
 * Confluent face; or the address of any other registry that speaks Confluent's API, with the path
 * at which it does.
 */
public record RegistryAddress(URI confluentApi, Optional<String> authorization) {

  private static final String CORE = "/apis/registry/v3";
  private static final String CONFLUENT = "/apis/ccompat/v7";

  /** The address of Apicurio in any of its three forms. */
  public static RegistryAddress apicurio(String url) {
    var base = withoutTail(withoutTail(withoutTail(url, "/"), CORE), CONFLUENT);
    return confluent(base + CONFLUENT);
  }

  /** The address of Confluent's API itself, whoever serves it. */
  public static RegistryAddress confluent(String url) {
    var given = URI.create(withoutTail(url, "/"));
    if (given.getHost() == null) {
      throw new IllegalArgumentException(
          "slipway.registry.url must be an http or https URL, and '" + url + "' is not");
    }
    var secret = Optional.ofNullable(given.getUserInfo()).map(RegistryAddress::basic);
    return new RegistryAddress(URI.create(withoutUser(given)), secret);
  }

  URI at(String path) {
    return URI.create(confluentApi + path);
  }

  private static String withoutUser(URI uri) {
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
  }

  private static String basic(String userInfo) {
    var bytes = userInfo.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private static String withoutTail(String text, String tail) {
    return text.endsWith(tail) ? text.substring(0, text.length() - tail.length()) : text;
  }

  /** Without the password, so that it may be logged. */
  @Override
  public String toString() {
    return confluentApi.toString();
  }
}
