package io.slipway.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What happens in every story, done and told: a run is asked for, watched, and looked up
 * afterwards.
 */
final class Narration {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Cast cast;
  private final Narrator narrator;

  Narration(Cast cast, Narrator narrator) {
    this.cast = cast;
    this.narrator = narrator;
  }

  Cast cast() {
    return cast;
  }

  Narrator narrator() {
    return narrator;
  }

  /** Asks for a run; it has to begin with the given status. */
  String ask(Person who, String action, Map<String, ?> inputs, String status)
      throws InterruptedException {
    narrator.say("%s asks for %s: %s", who, action, told(inputs));
    var run =
        who.api()
            .once()
            .post("/v1/actions/" + action + "/runs", Map.of("properties", inputs))
            .expect("The run was not taken")
            .path("run");
    var id = run.path("id").asString("");
    var begun = run.path("status").asString("");
    StoryFault.unless(begun.equals(status), "Run %s began as %s instead of %s", id, begun, status);
    narrator.say("run %s: %s", id, begun);
    return id;
  }

  private static String told(Map<String, ?> inputs) {
    return inputs.entrySet().stream()
        .map(input -> input.getKey() + " " + input.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Watches a run live; it has to end with success. */
  JsonNode watch(Person who, String runId) throws InterruptedException {
    narrator.say("%s watches it live:", who);
    var watching = new Watching();
    var run = new RunStream(who, runId, PATIENCE, watching::heard).toItsEnd();
    var status = run.path("status").asString("");
    StoryFault.unless(
        status.equals("SUCCESS"),
        "Run %s ended as %s: %s",
        runId,
        status,
        run.path("summary").asString("without a word"));
    StoryFault.unless(watching.lines > 0, "Run %s ended without a line of log", runId);
    narrator.say("%s", run.path("summary").asString(""));
    for (var link : run.path("link")) {
      narrator.say("link         %s", link.asString());
    }
    return run;
  }

  /** Tells each status once, and each line as it comes. */
  private final class Watching {

    private String status = "";
    private int lines;

    void heard(String event, JsonNode data) {
      if (event.equals("log")) {
        lines++;
        narrator.quote(data.path("message").asString(""));
      } else if (!data.path("status").asString("").equals(status)) {
        status = data.path("status").asString("");
        narrator.say("  %s", status);
      }
    }
  }

  /** Who was asked about a run, and what they said. */
  void approvers(String runId) throws InterruptedException {
    var path = "/v1/actions/runs/%s/approvers?include_pending_approvers=true".formatted(runId);
    var approvers =
        cast.developer().api().get(path).expect("The approvers cannot be read").path("approvers");
    StoryFault.unless(!approvers.isEmpty(), "Nobody is asked about run %s", runId);
    for (var approver : approvers) {
      var said = approver.path("description").asString("");
      narrator.say(
          "approver     %s %s%s",
          cast.name(approver.path("userId").asString("")),
          approver.path("state").asString(""),
          said.isEmpty() ? "" : " (\"" + said + "\")");
    }
  }

  /** What the audit log has about a run. */
  void audits(String runId, int atLeast) throws InterruptedException {
    var all =
        cast.admin().api().get("/v1/audit-log?run_id=" + runId).expect("The audit log is closed");
    List<JsonNode> audits =
        all.path("audits").valueStream().sorted(Comparator.comparing(Narration::at)).toList();
    StoryFault.unless(
        audits.size() >= atLeast,
        "The audit log has %d records of run %s instead of %d",
        audits.size(),
        runId,
        atLeast);
    for (var audit : audits) {
      narrator.say("audit        %s", line(audit));
    }
  }

  private static Instant at(JsonNode audit) {
    return Instant.parse(audit.path("trigger").path("at").asString());
  }

  private String line(JsonNode audit) {
    var by = audit.path("trigger").path("by");
    var who = by.path("userId").asString(by.path("appId").asString("Slipway"));
    var context = audit.path("context");
    var kind = audit.path("resourceType").asString("");
    var subject =
        kind.equals("entity")
            ? context.path("blueprint").asString("") + ":" + context.path("entity").asString("")
            : audit.path("diff").path("after").path("status").asString("");
    return "%s %s %s %s by %s"
        .formatted(
            CLOCK.format(at(audit)),
            audit.path("action").asString(""),
            kind,
            subject,
            cast.name(who));
  }
}
