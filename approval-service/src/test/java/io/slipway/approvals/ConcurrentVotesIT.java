package io.slipway.approvals;

import static io.slipway.approvals.ApprovalsUnderTest.HOUSE;
import static io.slipway.approvals.ApprovalsUnderTest.NEIGHBOURS;
import static io.slipway.approvals.ApprovalsUnderTest.approve;
import static io.slipway.approvals.ApprovalsUnderTest.decided;
import static io.slipway.approvals.ApprovalsUnderTest.decline;
import static io.slipway.approvals.ApprovalsUnderTest.person;
import static io.slipway.approvals.ApprovalsUnderTest.waitingRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.approvals.ApprovalsUnderTest.Answer;
import io.slipway.events.ApprovalOutcome;
import io.slipway.events.ApprovalRule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Votes that come at the same moment. */
@ExtendWith(ApprovalsUnderTest.class)
class ConcurrentVotesIT {
  private String organization;

  @BeforeEach
  void anOrganization() {
    organization = HOUSE.organization();
  }

  @Test
  void manyVotesOfOnePersonAtOnceCountOnce() {
    NEIGHBOURS.mayVote(organization, "ann@x", "bob@x");
    var ann = person(organization, "ann@x");
    var run = waitingRun(organization, ApprovalRule.ALL);

    var answers =
        atOnce(
            IntStream.range(0, 16)
                .<Callable<Answer>>mapToObj(_ -> () -> approve(run, ann))
                .toList());

    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(15);
    assertThat(decided(run, 1)).hasSize(1);
  }

  @Test
  void yesesAndNoesAtOnceMakeOneDecision() {
    var people = IntStream.range(0, 12).mapToObj(i -> "p" + i + "@x").toList();
    NEIGHBOURS.mayVote(organization, people.toArray(String[]::new));
    var run = waitingRun(organization, ApprovalRule.ANY);

    List<Callable<Answer>> votes = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      var voter = person(organization, people.get(i));
      votes.add(i % 2 == 0 ? () -> approve(run, voter) : () -> decline(run, voter));
    }
    var answers = atOnce(votes);

    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(11);
    assertThat(decided(run, 1)).hasSize(1);
  }

  @Test
  void theLastTwoYesesUnderAllAtOnceDecideOnce() {
    var people = IntStream.range(0, 10).mapToObj(i -> "p" + i + "@x").toList();
    NEIGHBOURS.mayVote(organization, people.toArray(String[]::new));
    var run = waitingRun(organization, ApprovalRule.ALL);

    var answers =
        atOnce(
            people.stream()
                .<Callable<Answer>>map(one -> () -> approve(run, person(organization, one)))
                .toList());

    assertThat(answers).containsOnly(201);
    assertThat(decided(run, 10))
        .extracting(decision -> decision.getOutcome())
        .containsOnlyOnce(ApprovalOutcome.APPROVED)
        .endsWith(ApprovalOutcome.APPROVED);
    assertThat(decided(run, 10))
        .extracting(decision -> decision.getVersion())
        .containsExactlyElementsOf(IntStream.rangeClosed(2, 11).mapToObj(i -> (long) i).toList());
  }

  private static List<Integer> atOnce(List<Callable<Answer>> votes) {
    try (var threads = Executors.newFixedThreadPool(votes.size())) {
      List<Integer> statuses = new ArrayList<>();
      for (var answer : threads.invokeAll(votes)) {
        statuses.add(answer.get().status());
      }
      return statuses;
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
