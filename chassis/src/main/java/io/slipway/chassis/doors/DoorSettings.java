package io.slipway.chassis.doors;

import java.net.URI;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other services are, and the key by which they know one another.
 *
 * @param key base64 of the 32 bytes that sign the tokens between services
 */
@ConfigurationProperties("slipway.doors")
public record DoorSettings(
    String key,
    URI actionApi,
    URI runOrchestrator,
    URI approvalService,
    URI notifier,
    URI catalogService) {

  public DoorSettings {
    if (Base64.getDecoder().decode(key).length < 32) {
      throw new IllegalArgumentException("slipway.doors.key must be base64 of at least 32 bytes");
    }
  }

  /** The bytes of the key. */
  public byte[] secret() {
    return Base64.getDecoder().decode(key);
  }

  /** The base URL of a service. */
  public URI of(Service service) {
    return switch (service) {
      case ACTION_API -> actionApi;
      case RUN_ORCHESTRATOR -> runOrchestrator;
      case APPROVAL_SERVICE -> approvalService;
      case NOTIFIER -> notifier;
      case CATALOG_SERVICE -> catalogService;
    };
  }
}
