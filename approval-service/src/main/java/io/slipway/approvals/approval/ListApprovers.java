package io.slipway.approvals.approval;

import io.slipway.approvals.approver.ApproverDirectory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says who has voted on a run and, if asked for, who still may. */
public final class ListApprovers {
  private final FindApproval find;
  private final ApproverDirectory directory;
  private final Orchestrator orchestrator;

  public ListApprovers(FindApproval find, ApproverDirectory directory, Orchestrator orchestrator) {
    this.find = find;
    this.directory = directory;
    this.orchestrator = orchestrator;
  }

  /**
   * One line of the list.
   *
   * @param verdict null while their vote is awaited
   */
  public record Standing(String userId, @Nullable Verdict verdict, @Nullable String description) {}

  /** The list; empty for a run that nobody has to approve, nothing for a run that there is not. */
  public Mono<List<Standing>> handle(RunRef run, boolean withPending) {
    return find.of(run)
        .flatMap(approval -> list(approval, withPending))
        .switchIfEmpty(
            Mono.defer(() -> orchestrator.knows(run)).filter(known -> known).map(_ -> List.of()));
  }

  private Mono<List<Standing>> list(Approval approval, boolean withPending) {
    List<Standing> voted = new ArrayList<>();
    for (var vote : approval.votes()) {
      voted.add(new Standing(vote.voter().id(), vote.verdict(), vote.description()));
    }
    if (!withPending || !approval.isOpen()) {
      return Mono.just(voted);
    }
    return directory
        .mayVote(approval.question().run().organization(), approval.question().mayVote())
        .flatMapMany(Flux::fromIterable)
        .filter(person -> approval.voteOf(person.email()) == null)
        .map(person -> new Standing(person.userId(), null, null))
        .collectList()
        .map(
            pending -> {
              voted.addAll(pending);
              return voted;
            });
  }
}
