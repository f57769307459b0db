package io.slipway.local.apply;

import io.slipway.local.edge.Edge;
import io.slipway.local.edge.Edge.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The API of a suite, for a caller with a token. */
final class Api {
  private final Edge edge;
  private final String token;

  Api(Edge edge, String token) {
    this.edge = edge;
    this.token = token;
  }

  /** An answer that is none of the hoped for. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    Refused(Answer answer) {
      super(answer.said(), null, false, false);
      reasons = reasons(answer);
    }

    /**
     * @param path a JSON pointer into what was sent; empty for all of it
     */
    record Reason(String path, String message) {}

    /** At least one. */
    List<Reason> reasons() {
      return reasons;
    }

    private static List<Reason> reasons(Answer answer) {
      var reasons = new ArrayList<Reason>();
      for (var error : answer.body().path("details").path("errors")) {
        reasons.add(
            new Reason(error.path("path").asString(""), error.path("message").asString("")));
      }
      if (reasons.isEmpty()) {
        var message = answer.body().path("message").asString(answer.said());
        reasons.add(new Reason("", message));
      }
      var code = "HTTP " + answer.status() + " " + answer.body().path("error").asString("");
      return reasons.stream()
          .map(reason -> new Reason(reason.path(), reason.message() + " (" + code.strip() + ")"))
          .toList();
    }
  }

  /** What is there; empty when nothing is. */
  Optional<JsonNode> find(String path, String member) {
    var answer = edge.get(path, token);
    return answer.status() == 404
        ? Optional.empty()
        : Optional.of(expected(answer)).map(body -> body.path(member));
  }

  /**
   * @throws Refused when the answer is not of the 200s
   */
  JsonNode send(Call call) {
    return expected(edge.send(call.method(), call.path(), token, call.body()));
  }

  private static JsonNode expected(Answer answer) {
    if (!answer.ok()) {
      throw new Refused(answer);
    }
    return answer.body();
  }

  /** As one segment of a path. */
  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
