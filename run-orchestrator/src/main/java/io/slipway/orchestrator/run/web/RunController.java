package io.slipway.orchestrator.run.web;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.RunMeters;
import io.slipway.orchestrator.run.FindRun;
import io.slipway.orchestrator.run.Report;
import io.slipway.orchestrator.run.ReportRun;
import io.slipway.orchestrator.run.ReportValidator;
import io.slipway.orchestrator.run.Run;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.Runs;
import io.slipway.orchestrator.run.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reading runs, and reporting on them, as the contract has it. */
@RestController
@RequestMapping("/v1/actions/runs")
class RunController {
  private static final String VIA = "http";

  private final Runs runs;
  private final FindRun findRun;
  private final ReportRun reportRun;
  private final RunMeters meters;

  RunController(Runs runs, FindRun findRun, ReportRun reportRun, RunMeters meters) {
    this.runs = runs;
    this.findRun = findRun;
    this.reportRun = reportRun;
    this.meters = meters;
  }

  @GetMapping
  Mono<JsonNode> list(@RequestParam MultiValueMap<String, String> query, Caller caller) {
    var filters = new RunFilters(query);
    var exclude = filters.exclude();
    return runs.list(Sight.of(caller), filters.query())
        .map(run -> RunAnswers.view(run, filters.version()).remove(exclude))
        .collectList()
        .map(
            views -> {
              var answer = RunAnswers.ok();
              answer.putArray("runs").addAll(views);
              return answer;
            });
  }

  @GetMapping("/{id}")
  Mono<JsonNode> get(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String version,
      Caller caller) {
    return findRun.seenBy(caller, new RunId(id)).map(run -> RunAnswers.run(run, version));
  }

  @PatchMapping("/{id}")
  Mono<JsonNode> patch(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String version,
      @RequestBody JsonNode body,
      Caller caller) {
    return report(caller, id, ReportValidator.patch(body)).map(run -> RunAnswers.run(run, version));
  }

  @PatchMapping("/{id}/response")
  Mono<JsonNode> response(@PathVariable String id, @RequestBody JsonNode body, Caller caller) {
    return report(caller, id, ReportValidator.response(body)).map(_ -> RunAnswers.ok());
  }

  private Mono<Run> report(Caller caller, String id, Report report) {
    return reportRun
        .byCaller(caller, new RunId(id), report)
        .map(RunAnswers::accepted)
        .doOnNext(_ -> meters.reported(VIA, "accepted"))
        .doOnError(Refusal.class, _ -> meters.reported(VIA, "refused"));
  }
}
