package io.slipway.catalog.definition.postgres;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.sealing.Sealer;
import java.util.Base64;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Seals the secret with which a webhook is signed, before it is written to the database. */
@Component
class SealedSecrets {
  private static final String SEALED = "$sealed";

  private final Sealer sealer;

  SealedSecrets(Sealer sealer) {
    this.sealer = sealer;
  }

  /** The body as it is kept, in which the secret is nobody's to read. */
  ObjectNode seal(String organization, ObjectNode body) {
    var secret = body.path("security").get("secret");
    if (secret == null || !secret.isString()) {
      return body;
    }
    var kept = body.deepCopy();
    var sealed = sealer.seal(secret.stringValue(), context(organization));
    kept.withObject("/security")
        .putObject("secret")
        .put(SEALED, Base64.getEncoder().encodeToString(sealed));
    return kept;
  }

  /** The body as it was sent. */
  ObjectNode open(String organization, ObjectNode kept) {
    var sealed = Json.string(kept.path("security").path("secret"), SEALED);
    if (sealed != null) {
      kept.withObject("/security")
          .put(
              "secret", sealer.openText(Base64.getDecoder().decode(sealed), context(organization)));
    }
    return kept;
  }

  private static String context(String organization) {
    return "webhooks of " + organization;
  }
}
