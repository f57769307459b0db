package io.slipway.orchestrator.log.web;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.RunMeters;
import io.slipway.orchestrator.log.RunLog;
import io.slipway.orchestrator.log.WriteLog;
import io.slipway.orchestrator.log.WriteLog.Reply;
import io.slipway.orchestrator.run.FindRun;
import io.slipway.orchestrator.run.ReportValidator;
import io.slipway.orchestrator.run.RunId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The log of a run, as the contract has it. */
@RestController
@RequestMapping("/v1/actions/runs/{id}/logs")
class LogController {
  private static final int MOST = 50;

  private final RunLog runLog;
  private final WriteLog writeLog;
  private final FindRun findRun;
  private final RunMeters meters;

  LogController(RunLog runLog, WriteLog writeLog, FindRun findRun, RunMeters meters) {
    this.runLog = runLog;
    this.writeLog = writeLog;
    this.findRun = findRun;
    this.meters = meters;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<JsonNode> write(@PathVariable String id, @RequestBody JsonNode body, Caller caller) {
    return writeLog
        .write(caller, new RunId(id), ReportValidator.log(body))
        .map(LogController::render)
        .doOnNext(_ -> meters.reported("http", "accepted"))
        .doOnError(Refusal.class, _ -> meters.reported("http", "refused"));
  }

  private static JsonNode render(Reply reply) {
    return switch (reply) {
      case Reply.Written(var line) -> {
        var answer = Json.object().put("ok", true);
        answer.set("runLog", line.view());
        yield answer;
      }
      case Reply.Late(var ignored) ->
          throw Refusal.of(
              422,
              "invalid_request",
              "Run " + ignored.run().id() + " cannot be updated. " + ignored.why());
    };
  }

  @GetMapping
  Mono<JsonNode> read(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String offset,
      Caller caller) {
    var most = number("limit", limit, MOST, 1, MOST);
    var from = number("offset", offset, 0, 0, Integer.MAX_VALUE);
    return findRun
        .seenBy(caller, new RunId(id))
        .flatMapMany(run -> runLog.page(run.id(), most, from))
        .collectList()
        .map(
            lines -> {
              var answer = Json.object().put("ok", true);
              answer.putArray("runLogs").addAll(lines);
              return answer;
            });
  }

  private static int number(String name, @Nullable String given, int usual, int least, int most) {
    if (given == null || given.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // refused below, like a number out of range
    }
    throw Refusal.invalid(name, "must be a number from " + least + " to " + most);
  }
}
