package io.slipway.catalog.definition;

import io.slipway.catalog.blueprint.Stamp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that somebody defined.
 *
 * @param id internal id, which survives renames
 * @param blueprintId internal id of the blueprint that it belongs to, or null when to none
 * @param body as it was sent, with what the server must know besides
 */
public record Definition(
    String organization,
    Kind kind,
    String id,
    @Nullable String blueprintId,
    String identifier,
    ObjectNode body,
    Stamp stamp) {

  /** What may be defined. */
  public enum Kind {
    SCORECARD("Scorecard", "sc_"),
    WEBHOOK("Webhook", "wh_"),
    INTEGRATION("Integration", "int_");

    private final String resource;
    private final String prefix;

    Kind(String resource, String prefix) {
      this.resource = resource;
      this.prefix = prefix;
    }

    /** What it is called in sentences. */
    public String resource() {
      return resource;
    }

    /** How its internal ids begin. */
    String prefix() {
      return prefix;
    }

    /** What it is called in audit rows. */
    public String audited() {
      return resource.toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What was sent, and what the server knows. */
  public ObjectNode view() {
    var view = body.deepCopy();
    view.put("id", id);
    stamp.write(view);
    return view;
  }

  /** The view for the audit log: keys are left out, and secrets masked. */
  ObjectNode audit() {
    var audit = view();
    audit.propertyNames().stream()
        .filter(name -> name.startsWith("$"))
        .toList()
        .forEach(audit::remove);
    if (audit.get("security") instanceof ObjectNode security && security.has("secret")) {
      security.put("secret", "*****");
    }
    return audit;
  }

  /** The same with another body. */
  Definition with(String newIdentifier, ObjectNode newBody, Stamp newStamp) {
    return new Definition(organization, kind, id, blueprintId, newIdentifier, newBody, newStamp);
  }

  /** The same where only names that it mentions have changed. */
  public Definition followed(ObjectNode newBody) {
    return with(identifier, newBody, stamp);
  }
}
