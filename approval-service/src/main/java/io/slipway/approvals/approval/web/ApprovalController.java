package io.slipway.approvals.approval.web;

import io.slipway.approvals.ApprovalMeters;
import io.slipway.approvals.approval.CastVote;
import io.slipway.approvals.approval.CastVote.Reply;
import io.slipway.approvals.approval.ListApprovers;
import io.slipway.approvals.approval.RunRef;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The votes on a run, and who gives them. */
@RestController
class ApprovalController {
  private final CastVote castVote;
  private final ListApprovers listApprovers;
  private final ApprovalMeters meters;

  ApprovalController(CastVote castVote, ListApprovers listApprovers, ApprovalMeters meters) {
    this.castVote = castVote;
    this.listApprovers = listApprovers;
    this.meters = meters;
  }

  @PatchMapping("/v1/actions/runs/{run}/approval")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<JsonNode> vote(@PathVariable String run, @RequestBody JsonNode body, Caller caller) {
    var ballot = BallotBody.read(run, caller, body);
    return castVote
        .handle(ballot)
        .doOnNext(
            reply -> meters.vote(ballot.verdict().name().toLowerCase(Locale.ROOT), tag(reply)))
        .map(reply -> render(run, reply));
  }

  @GetMapping("/v1/actions/runs/{run}/approvers")
  Mono<JsonNode> approvers(
      @PathVariable String run,
      @RequestParam(name = "include_pending_approvers", defaultValue = "false") String pending,
      Caller caller) {
    return listApprovers
        .handle(new RunRef(caller.organization(), run), pending.equalsIgnoreCase("true"))
        .map(ApprovalController::view)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Run", run)));
  }

  private static JsonNode render(String run, Reply reply) {
    return switch (reply) {
      case Reply.Counted counted -> Json.object().put("ok", true).set("run", counted.run());
      case Reply.RunHadEnded _ ->
          throw Refusal.conflict("Run \"" + run + "\" had ended before the vote arrived");
      case Reply.MayNotVote _ ->
          throw Refusal.forbidden("You are not among those who may approve this run");
      case Reply.VotedBefore _ -> throw Refusal.conflict("You have voted on this run");
      case Reply.SettledBefore _ ->
          throw Refusal.conflict("Run \"" + run + "\" does not wait for approval any more");
      case Reply.NothingToApprove _ ->
          throw Refusal.conflict("Run \"" + run + "\" does not wait for approval");
      case Reply.NoSuchRun _ -> throw Refusal.notFound("Run", run);
    };
  }

  private static String tag(Reply reply) {
    return switch (reply) {
      case Reply.Counted _ -> "counted";
      case Reply.RunHadEnded _ -> "run_had_ended";
      case Reply.MayNotVote _ -> "may_not_vote";
      case Reply.VotedBefore _ -> "voted_before";
      case Reply.SettledBefore _ -> "settled_before";
      case Reply.NothingToApprove _ -> "nothing_to_approve";
      case Reply.NoSuchRun _ -> "no_such_run";
    };
  }

  private static JsonNode view(List<ListApprovers.Standing> standings) {
    var answer = Json.object().put("ok", true);
    var approvers = answer.putArray("approvers");
    for (var standing : standings) {
      approvers
          .addObject()
          .put("userId", standing.userId())
          .put("state", state(standing))
          .put("description", standing.description());
    }
    return answer;
  }

  private static String state(ListApprovers.Standing standing) {
    var verdict = standing.verdict();
    if (verdict == null) {
      return "PENDING";
    }
    return switch (verdict) {
      case APPROVE -> "APPROVED";
      case DECLINE -> "DECLINED";
    };
  }
}
