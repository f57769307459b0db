package io.slipway.events.wire;

/** The registry will not have a schema: most often it is not compatible with an earlier version. */
public final class SchemaRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String subject;
  private final boolean incompatible;

  public SchemaRefused(String subject, boolean incompatible, String why) {
    super("the schema for subject " + subject + " was refused: " + why);
    this.subject = subject;
    this.incompatible = incompatible;
  }

  public String subject() {
    return subject;
  }

  /** True when it clashes with an earlier version, false when it is refused for what it is. */
  public boolean incompatible() {
    return incompatible;
  }
}
