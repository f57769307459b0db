package io.slipway.orchestrator.run.kafka;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.listening.Message;
import io.slipway.chassis.listening.Subscription;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.RunMeters;
import io.slipway.orchestrator.run.ReportRun;
import io.slipway.orchestrator.run.ReportRun.Heard;
import io.slipway.orchestrator.run.ReportValidator;
import io.slipway.orchestrator.run.RunId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Hears what agents report without any HTTP. Strangers write here, so the organization is the
 * topic's, never the content's, and nothing that they write stops the next.
 */
@Component
class ReportSignals implements Subscription {
  private static final Pattern REPORTS = Pattern.compile("[^.]+\\.reports");
  private static final String VIA = "topic";
  private static final String DROPPED = "dropped";

  private final ReportRun reportRun;
  private final RunMeters meters;

  ReportSignals(ReportRun reportRun, RunMeters meters) {
    this.reportRun = reportRun;
    this.meters = meters;
  }

  @Override
  public List<String> topics() {
    return List.of();
  }

  @Override
  public Pattern pattern() {
    return REPORTS;
  }

  @Override
  public boolean fromStrangers() {
    return true;
  }

  @Override
  public Mono<Void> on(Message message) {
    JsonNode body;
    try {
      body = Json.parse(message.bytes());
    } catch (JacksonException | IllegalArgumentException notJson) {
      return dropped();
    }
    var named = body.isObject() ? Json.string(body, "runId") : null;
    var run = new RunId(named == null ? message.key() : named);
    if (!run.isWellFormed()) {
      return dropped();
    }
    var organization = message.topic().substring(0, message.topic().indexOf('.'));
    // Where it lies, not the header that a stranger may have written.
    var cause = Message.place(message.topic(), message.partition(), message.offset());
    return heard(organization, run, cause, body)
        .map(heard -> heard.name().toLowerCase(Locale.ROOT))
        .defaultIfEmpty(DROPPED)
        .doOnNext(verdict -> meters.reported(VIA, verdict))
        .then();
  }

  private Mono<Heard> heard(String organization, RunId run, String cause, JsonNode body) {
    try {
      return reportRun.byAgent(organization, run, cause, ReportValidator.record(body));
    } catch (Refusal refusal) {
      return reportRun.refuse(organization, run, cause, refusal.sentence());
    }
  }

  private Mono<Void> dropped() {
    meters.reported(VIA, DROPPED);
    return Mono.empty();
  }
}
