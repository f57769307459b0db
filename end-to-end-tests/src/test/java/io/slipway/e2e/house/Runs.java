package io.slipway.e2e.house;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What one sees of runs by asking. */
public final class Runs {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Runs() {}

  public static JsonNode get(Http as, String run) {
    return as.get("/v1/actions/runs/" + run).expect(200).json().get("run");
  }

  public static JsonNode awaitStatus(Http as, String run, String status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                org.assertj.core.api.Assertions.assertThat(get(as, run).get("status").stringValue())
                    .isEqualTo(status));
    return get(as, run);
  }

  public static Http.Answer vote(Http as, String run, String verdict) {
    return as.patch(
        "/v1/actions/runs/" + run + "/approval",
        "{\"status\":\"%s\",\"description\":\"because\"}".formatted(verdict));
  }

  /** The lines of a run's log, in order. */
  public static List<String> log(Http as, String run) {
    return texts(
        as.get("/v1/actions/runs/" + run + "/logs").expect(200).json().get("runLogs"), "message");
  }

  /** What the audit log holds about a run, newest first. */
  public static List<JsonNode> audits(Http as, String run) {
    var audits = as.get("/v1/audit-log?run_id=" + run).expect(200).json().get("audits");
    return StreamSupport.stream(audits.spliterator(), false).toList();
  }

  public static List<String> texts(JsonNode array, String member) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(item -> item.get(member).stringValue())
        .toList();
  }
}
