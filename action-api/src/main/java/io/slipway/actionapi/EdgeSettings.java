package io.slipway.actionapi;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What only the edge is told.
 *
 * @param publicUrl where people and clients reach us
 * @param firstOrganization a JSON file with the credentials of an organisation to make at start
 */
@ConfigurationProperties("slipway")
public record EdgeSettings(
    @DefaultValue("http://127.0.0.1:8080") URI publicUrl,
    @Nullable String firstOrganization,
    @DefaultValue Agents agents,
    Tokens tokens) {

  /**
   * How agents reach the broker.
   *
   * @param bootstrap addresses, separated by commas, as {@code GET /v1/kafka-credentials} gives
   *     them
   * @param plainUsers the file of who may use SASL/PLAIN; the local suite only
   */
  public record Agents(
      @DefaultValue("127.0.0.1:9092") String bootstrap, @Nullable String plainUsers) {}

  /**
   * Clients' tokens.
   *
   * @param key base64 of the 32 bytes that sign them; another key ends them all
   */
  public record Tokens(String key) {}
}
