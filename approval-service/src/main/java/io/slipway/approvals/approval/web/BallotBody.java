package io.slipway.approvals.approval.web;

import io.slipway.approvals.approval.Ballot;
import io.slipway.approvals.approval.Verdict;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code {status, description?}}, a closed body. */
final class BallotBody {
  private BallotBody() {}

  /**
   * The ballot.
   *
   * @throws Refusal 422 with every fault
   */
  static Ballot read(String run, Caller caller, JsonNode body) {
    if (!body.isObject()) {
      throw Refusal.invalid("/", "must be object");
    }
    List<Fault> faults = new ArrayList<>();
    for (var name : body.propertyNames()) {
      if (!name.equals("status") && !name.equals("description")) {
        faults.add(new Fault("/" + name, "must NOT have additional properties"));
      }
    }
    var verdict = verdict(body, faults);
    var description = body.get("description");
    if (description != null && !description.isString()) {
      faults.add(new Fault("/description", "must be string"));
    }
    if (verdict == null || !faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new Ballot(run, caller, verdict, Json.string(body, "description"));
  }

  private static @Nullable Verdict verdict(JsonNode body, List<Fault> faults) {
    var status = body.get("status");
    if (status == null) {
      faults.add(new Fault("/status", "is required"));
      return null;
    }
    for (var verdict : Verdict.values()) {
      if (status.isString() && status.stringValue().equals(verdict.name())) {
        return verdict;
      }
    }
    faults.add(new Fault("/status", "must be one of APPROVE, DECLINE"));
    return null;
  }
}
