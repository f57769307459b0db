package io.slipway.orchestrator.run;

import java.util.regex.Pattern;

/** The identifier of a run: {@code r_} and sixteen letters or digits. */
public record RunId(String value) {
  private static final Pattern SHAPE = Pattern.compile("r_[A-Za-z0-9]{16}");

  /** False for what cannot be a run of ours, so that nobody need be asked about it. */
  public boolean isWellFormed() {
    return SHAPE.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
