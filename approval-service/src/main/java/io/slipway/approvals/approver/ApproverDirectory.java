package io.slipway.approvals.approver;

import java.util.List;
import reactor.core.publisher.Mono;

/** Knows who may vote at this moment. */
public interface ApproverDirectory {

  /**
   * Those whom the rule names and who may act now, sorted by e-mail; nobody where a policy decides.
   * Fails with a refusal of status 503 when the catalog cannot be asked.
   */
  Mono<List<Approver>> mayVote(String organization, ApproverRule rule);
}
