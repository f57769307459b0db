package io.slipway.local.edge;

import io.slipway.local.Complaint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one service has set aside, seen and handed in again by the operator. */
public final class DeadLetters {

  private static final String PATH = "/internal/dead-letters";

  private final String url;
  private final String service;
  private final String doorsKey;

  public DeadLetters(String url, String service, String doorsKey) {
    this.url = url;
    this.service = service;
    this.doorsKey = doorsKey;
  }

  /** A line for each record, oldest first. */
  public List<String> open() {
    try (var http = new Edge(url)) {
      var answer = http.get(PATH, token());
      if (!answer.ok()) {
        throw new Complaint(service + " did not show its dead letters: " + answer.said());
      }
      var lines = new ArrayList<String>();
      for (var letter : answer.body().path("deadLetters")) {
        lines.add(
            "%s  %s  %s%s"
                .formatted(
                    letter.path("topic").asString(),
                    letter.path("key").asString(),
                    letter.path("reason").asString(),
                    letter.path("behind").asBoolean() ? "" : "  <- the first of its key"));
      }
      return lines;
    }
  }

  /** Hands the records of a key in again; how many were handled. */
  public long redrive(String topic, String key) {
    try (var http = new Edge(url)) {
      var answer = http.post(PATH + "/redrive", token(), Map.of("topic", topic, "key", key));
      if (!answer.ok()) {
        throw new Complaint(service + " could not handle all of them: " + answer.said());
      }
      return answer.body().path("redriven").asLong();
    }
  }

  private String token() {
    return DoorToken.operator(doorsKey, service, Instant.now());
  }
}
