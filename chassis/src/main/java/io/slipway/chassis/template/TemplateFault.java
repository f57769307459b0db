package io.slipway.chassis.template;

/** A template that cannot be filled; the message is for whoever wrote it. */
public final class TemplateFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  TemplateFault(String why) {
    super(why, null, false, false);
  }

  /** What is wrong, in one sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
