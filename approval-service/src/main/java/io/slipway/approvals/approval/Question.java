package io.slipway.approvals.approval;

import io.slipway.approvals.approver.ApproverRule;
import java.time.Instant;

/** What has to be asked about a run, of whom, and how many of them have to agree. */
public record Question(
    RunRef run, QuorumRule quorum, ApproverRule mayVote, Briefing briefing, Instant at) {}
