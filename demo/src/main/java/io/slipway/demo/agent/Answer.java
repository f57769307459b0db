package io.slipway.demo.agent;

import tools.jackson.databind.JsonNode;

/** What Slipway answered: a status and JSON. */
public record Answer(int status, JsonNode body) {

  public boolean ok() {
    return status / 100 == 2;
  }

  /** Whether the same request may fare better later. */
  boolean isTemporary() {
    return status >= 500 || status == 429;
  }

  /** The body, if all went well. */
  public JsonNode expect(String what) {
    if (!ok()) {
      throw new ApiFault(what + ": " + sentence(), !isTemporary());
    }
    return body;
  }

  /** What was said, in a line for a person. */
  public String sentence() {
    var code = body.path("error").asString(body.path("title").asString(""));
    var text = body.path("message").asString(body.path("detail").asString(""));
    return ("HTTP " + status + " " + code + (text.isEmpty() ? "" : ": " + text)).strip();
  }
}
