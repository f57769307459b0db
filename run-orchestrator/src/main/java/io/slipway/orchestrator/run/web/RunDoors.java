package io.slipway.orchestrator.run.web;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.run.BeginRun;
import io.slipway.orchestrator.run.DecideRun;
import io.slipway.orchestrator.run.FindRun;
import io.slipway.orchestrator.run.Invocation;
import io.slipway.orchestrator.run.Questions;
import io.slipway.orchestrator.run.Questions.Question;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.RunState;
import io.slipway.orchestrator.run.RunView;
import io.slipway.orchestrator.run.Runs.Advanced;
import io.slipway.orchestrator.run.Sight;
import io.slipway.orchestrator.run.Translation;
import java.util.Base64;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What other services ask about runs, and hand over, when it cannot wait for Kafka. */
@RestController
@RequestMapping("/internal/runs")
class RunDoors {
  private static final Logger log = LoggerFactory.getLogger(RunDoors.class);

  private final FindRun findRun;
  private final BeginRun beginRun;
  private final DecideRun decideRun;
  private final Translation translation;
  private final Questions questions;

  RunDoors(
      FindRun findRun,
      BeginRun beginRun,
      DecideRun decideRun,
      Translation translation,
      Questions questions) {
    this.findRun = findRun;
    this.beginRun = beginRun;
    this.decideRun = decideRun;
    this.translation = translation;
    this.questions = questions;
  }

  /** Is this run going on? */
  @GetMapping("/{id}")
  Mono<JsonNode> state(@PathVariable String id, Caller caller) {
    return known(caller, id)
        .map(
            run -> {
              var answer = RunAnswers.ok();
              var state = answer.putObject("run");
              state.put("id", run.id().value());
              state.put("status", Objects.requireNonNull(run.state().status()).name());
              state.put("terminal", run.state() instanceof RunState.Finished);
              state.put("createdBy", run.invocation().by().id());
              return answer;
            });
  }

  /** Begins what was invoked, in this order; one that cannot be begun does not stop the others. */
  @PostMapping("/begin")
  Mono<JsonNode> begin(@RequestBody JsonNode body, Caller caller) {
    var events = body.get("events");
    if (events == null || !events.isArray()) {
      throw Refusal.invalid("/events", "must be an array");
    }
    return Flux.fromIterable(events)
        .concatMap(event -> beginOne(caller, event))
        .collectList()
        .map(
            ids -> {
              var answer = RunAnswers.ok();
              answer.set("begun", Json.strings(ids));
              return answer;
            });
  }

  private Mono<String> beginOne(Caller caller, JsonNode event) {
    return Mono.fromCallable(() -> translation.invocation(payload(event)))
        .filter(asked -> asked.organization().equals(caller.organization()))
        .flatMap(asked -> beginRun.begin(asked).map(_ -> id(asked)))
        .onErrorResume(
            failure -> {
              log.warn("an invocation that was handed over is not begun", failure);
              return Mono.empty();
            });
  }

  private static String id(Invocation asked) {
    return asked.runId().value();
  }

  /** The event by which a run began to wait for approval. */
  @GetMapping("/{id}/said")
  Mono<JsonNode> said(@PathVariable String id, Caller caller) {
    return known(caller, id)
        .flatMap(run -> questions.about(run.id()))
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Question about run", id)))
        .map(RunDoors::event);
  }

  private static JsonNode event(Question question) {
    var answer = RunAnswers.ok();
    var event = answer.putObject("event");
    event.put("eventId", question.eventId());
    event.put("key", question.runId().value());
    var headers = event.putObject("headers");
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", question.eventId());
    headers.put("ce_type", "RunStatusChanged");
    headers.put("ce_source", "run-orchestrator");
    event.put("payload", Base64.getEncoder().encodeToString(question.record()));
    return answer;
  }

  /** A vote, by an id that is the same when it comes by Kafka. */
  @PostMapping("/{id}/decision")
  Mono<JsonNode> decide(@PathVariable String id, @RequestBody JsonNode body, Caller caller) {
    var eventId = Json.string(body, "eventId");
    if (eventId == null) {
      throw Refusal.invalid("/eventId", "is required");
    }
    var verdict = translation.verdict(payload(body));
    if (!verdict.organization().equals(caller.organization())
        || !verdict.runId().value().equals(id)) {
      throw Refusal.notFound("Run", id);
    }
    return decideRun
        .decide(eventId, verdict)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Run", id)))
        .map(
            advanced -> {
              var answer = RunAnswers.ok();
              answer.put("accepted", !(advanced instanceof Advanced.Ignored));
              answer.set("run", RunView.v2(advanced.run()));
              return answer;
            });
  }

  private Mono<Run> known(Caller caller, String id) {
    return findRun
        .find(Sight.everything(caller.organization()), new RunId(id))
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Run", id)));
  }

  private static byte[] payload(JsonNode event) {
    var payload = Json.string(event, "payload");
    if (payload == null) {
      throw Refusal.invalid("/payload", "is required");
    }
    return Base64.getDecoder().decode(payload);
  }
}
