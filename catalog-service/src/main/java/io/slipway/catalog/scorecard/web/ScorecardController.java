package io.slipway.catalog.scorecard.web;

import io.slipway.catalog.face.Answers;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.scorecard.Scorecards;
import io.slipway.chassis.caller.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class ScorecardController {
  private static final String OF = "/v1/blueprints/{blueprint}/scorecards";
  private static final String ONE = OF + "/{identifier}";

  private final Scorecards scorecards;

  ScorecardController(Scorecards scorecards) {
    this.scorecards = scorecards;
  }

  @GetMapping("/v1/scorecards")
  Mono<JsonNode> everywhere(Caller caller) {
    return scorecards.everywhere(caller).map(all -> Answers.ok("scorecards", all));
  }

  @GetMapping(OF)
  Mono<JsonNode> all(Caller caller, @PathVariable String blueprint) {
    return scorecards.all(caller, blueprint).map(all -> Answers.ok("scorecards", all));
  }

  @PostMapping(OF)
  @ResponseStatus(HttpStatus.CREATED)
  Mono<JsonNode> create(Caller caller, @PathVariable String blueprint, @RequestBody JsonNode body) {
    return scorecards.create(caller, blueprint, body).map(one -> Answers.ok("scorecard", one));
  }

  @PutMapping(OF)
  Mono<JsonNode> replaceAll(
      Caller caller, @PathVariable String blueprint, @RequestBody JsonNode body) {
    return scorecards.replaceAll(caller, blueprint, body).map(all -> Answers.ok("scorecards", all));
  }

  @GetMapping(ONE)
  Mono<JsonNode> get(
      Caller caller, @PathVariable String blueprint, @PathVariable String identifier) {
    return scorecards.get(caller, blueprint, identifier).map(one -> Answers.ok("scorecard", one));
  }

  @PutMapping(ONE)
  Mono<JsonNode> replace(
      Caller caller,
      @PathVariable String blueprint,
      @PathVariable String identifier,
      @RequestBody JsonNode body) {
    return scorecards
        .replace(caller, blueprint, identifier, body)
        .map(one -> Answers.ok("scorecard", one));
  }

  @PatchMapping(ONE)
  Mono<JsonNode> patch(
      Caller caller,
      @PathVariable String blueprint,
      @PathVariable String identifier,
      @RequestBody JsonNode body) {
    return scorecards
        .patch(caller, blueprint, identifier, Bodies.object(body))
        .map(one -> Answers.ok("scorecard", one));
  }

  @DeleteMapping(ONE)
  Mono<JsonNode> delete(
      Caller caller, @PathVariable String blueprint, @PathVariable String identifier) {
    return scorecards.delete(caller, blueprint, identifier).then(Mono.fromSupplier(Answers::ok));
  }
}
