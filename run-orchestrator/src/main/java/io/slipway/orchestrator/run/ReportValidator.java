package io.slipway.orchestrator.run;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Makes reports of what was sent: the body of a PATCH, of a log line, of a response, or a record on
 * an organization's topic. Each throws a {@link Refusal} that names every fault.
 */
public final class ReportValidator {
  private static final Set<String> PATCH =
      Set.of("status", "statusLabel", "link", "summary", "externalRunId", "message");
  private static final Set<String> LOG = Set.of("message", "terminationStatus", "statusLabel");
  private static final Set<String> RECORD =
      Set.of(
          "runId",
          "status",
          "statusLabel",
          "link",
          "summary",
          "externalRunId",
          "message",
          "logs",
          "response");
  private static final Map<String, Outcome> OUTCOMES =
      Map.of("SUCCESS", Outcome.SUCCESS, "FAILURE", Outcome.FAILURE);
  private static final int MOST_LINES = 1000;

  private final JsonNode body;
  private final List<Fault> faults = new ArrayList<>();

  private ReportValidator(JsonNode body, Set<String> known) {
    this.body = body;
    if (!body.isObject()) {
      throw Refusal.invalid("/", "must be an object");
    }
    for (var name : body.propertyNames()) {
      if (!known.contains(name)) {
        faults.add(new Fault("/" + name, "must NOT have additional properties"));
      }
    }
  }

  /** {@code PATCH /v1/actions/runs/{id}}. */
  public static Report patch(JsonNode body) {
    var checked = new ReportValidator(body, PATCH);
    var outcome = checked.outcome("status");
    var changes = checked.changes(null);
    return checked.done(outcome, changes, checked.oldMessage());
  }

  /** {@code POST /v1/actions/runs/{id}/logs}. */
  public static Report log(JsonNode body) {
    var checked = new ReportValidator(body, LOG);
    var message = checked.text("message");
    if (message == null && !body.has("message")) {
      checked.faults.add(new Fault("/message", "is required"));
    }
    var label = Changes.label(checked.text("statusLabel"));
    return checked.done(
        checked.outcome("terminationStatus"),
        label,
        message == null ? List.of() : List.of(message));
  }

  /** {@code PATCH /v1/actions/runs/{id}/response}. */
  public static Report response(JsonNode body) {
    var checked = new ReportValidator(body, Set.of("response"));
    var response = body.get("response");
    if (response == null) {
      throw Refusal.invalid("/response", "is required");
    }
    checked.print("response");
    return checked.done(null, Changes.response(response), List.of());
  }

  /** A record on {@code {org}.reports}. */
  public static Report record(JsonNode body) {
    var checked = new ReportValidator(body, RECORD);
    var outcome = checked.outcome("status");
    checked.print("response");
    var changes = checked.changes(body.get("response"));
    var lines = new ArrayList<String>();
    var message = checked.text("message");
    if (message != null) {
      lines.add(message);
    }
    lines.addAll(checked.lines());
    return checked.done(outcome, changes, lines);
  }

  private Report done(@Nullable Outcome outcome, Changes changes, List<String> messages) {
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new Report(outcome, changes, messages);
  }

  private Changes changes(@Nullable JsonNode response) {
    return new Changes(text("statusLabel"), links(), text("summary"), externalRunId(), response);
  }

  private @Nullable Outcome outcome(String member) {
    var value = body.get(member);
    if (value == null) {
      return null;
    }
    var outcome = value.isString() ? OUTCOMES.get(value.stringValue()) : null;
    if (outcome == null) {
      faults.add(new Fault("/" + member, "must be SUCCESS or FAILURE"));
    }
    return outcome;
  }

  private @Nullable String text(String member) {
    var value = body.get(member);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      faults.add(new Fault("/" + member, "must be a string"));
      return null;
    }
    return value.stringValue();
  }

  /** Some backends number their runs. */
  private @Nullable String externalRunId() {
    var value = body.get("externalRunId");
    return value != null && value.isNumber() ? print("externalRunId") : text("externalRunId");
  }

  /** What can be read but not be written again, such as 1e99999, is nothing that can be kept. */
  private @Nullable String print(String member) {
    try {
      return Json.textOptional(body.get(member));
    } catch (JacksonException unprintable) {
      faults.add(new Fault("/" + member, "holds a number that is too large to be kept"));
      return null;
    }
  }

  private @Nullable List<String> links() {
    var value = body.get("link");
    if (value == null) {
      return null;
    }
    if (value.isString()) {
      return List.of(value.stringValue());
    }
    if (!value.isArray() || value.valueStream().anyMatch(link -> !link.isString())) {
      faults.add(new Fault("/link", "must be a string or an array of strings"));
      return null;
    }
    return value.valueStream().map(JsonNode::stringValue).toList();
  }

  /** Older clients sent a whole object as message; it goes to the log. */
  private List<String> oldMessage() {
    var value = body.get("message");
    if (value == null) {
      return List.of();
    }
    if (!value.isObject()) {
      faults.add(new Fault("/message", "must be an object"));
      return List.of();
    }
    var inner = Json.string(value, "message");
    var text = inner == null ? print("message") : inner;
    return text == null ? List.of() : List.of(text);
  }

  private List<String> lines() {
    var logs = body.get("logs");
    if (logs == null) {
      return List.of();
    }
    if (!logs.isArray() || logs.size() > MOST_LINES) {
      faults.add(new Fault("/logs", "must be an array of at most " + MOST_LINES + " lines"));
      return List.of();
    }
    var lines = new ArrayList<String>();
    for (int i = 0; i < logs.size(); i++) {
      var message = Json.string(logs.get(i), "message");
      if (message == null) {
        faults.add(new Fault("/logs/" + i + "/message", "must be a string"));
      } else {
        lines.add(message);
      }
    }
    return lines;
  }
}
