package io.slipway.chassis.template;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What all programs of one document may use up together, each being bounded for itself. */
final class Allowance {
  private static final int PROGRAMS = 2_000;
  private static final int CHARACTERS = 8 * 1024 * 1024;
  private static final Duration TIME = Duration.ofSeconds(10);

  private final long until = System.nanoTime() + TIME.toNanos();
  private int programs = PROGRAMS;
  private int characters = CHARACTERS;

  void program() {
    if (--programs < 0) {
      throw new TemplateFault("The template holds more than " + PROGRAMS + " programs");
    }
    if (System.nanoTime() - until > 0) {
      throw new TemplateFault("The template took longer than " + TIME.toSeconds() + " seconds");
    }
  }

  JsonNode value(JsonNode value) {
    spend(value);
    return value;
  }

  private void spend(JsonNode value) {
    characters -= value.isString() ? value.stringValue().length() : 1;
    if (characters < 0) {
      throw new TemplateFault("The filled template is longer than " + CHARACTERS + " characters");
    }
    for (var member : value.properties()) {
      characters -= member.getKey().length();
      spend(member.getValue());
    }
    if (value.isArray()) {
      value.forEach(this::spend);
    }
  }
}
