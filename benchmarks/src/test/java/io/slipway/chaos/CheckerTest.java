package io.slipway.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chaos.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each defect that a suite could have is planted here, and has to be found; so has nothing else.
 */
class CheckerTest {

  private final List<Wish> wishes = new ArrayList<>();
  private final List<Invocation> invocations = new ArrayList<>();
  private final List<StatusChange> changes = new ArrayList<>();
  private final Map<String, Long> deadLetters = new TreeMap<>();
  private final List<Violation> witnessed = new ArrayList<>();
  private int events;

  /** A run of each plan through a suite that does everything right. */
  @BeforeEach
  void everythingIsRight() {
    var plain = accepted("plain", Plan.PLAIN);
    invoked(plain, 0, 10);
    said(plain, 1, "", "IN_PROGRESS");
    said(plain, 2, "IN_PROGRESS", "SUCCESS");
    ended(plain, "SUCCESS");

    var approved = accepted("approved", Plan.APPROVED);
    approved.voteSentAt(100);
    approved.heardAt(200);
    invoked(approved, 1, 11);
    said(approved, 1, "", "WAITING_FOR_APPROVAL");
    said(approved, 2, "WAITING_FOR_APPROVAL", "IN_PROGRESS");
    said(approved, 3, "IN_PROGRESS", "SUCCESS");
    ended(approved, "SUCCESS");

    var declined = accepted("declined", Plan.DECLINED);
    declined.voteSentAt(100);
    said(declined, 1, "", "WAITING_FOR_APPROVAL");
    said(declined, 2, "WAITING_FOR_APPROVAL", "DECLINED");
    ended(declined, "DECLINED");

    wishes.add(new Wish("unanswered", Plan.PLAIN, 0));
  }

  @Test
  void findsNothingWhereEverythingIsRight() {
    assertThat(found()).isEmpty();
  }

  @Test
  void countsARepeatedEventAsOne() {
    changes.addAll(List.copyOf(changes));

    assertThat(found()).isEmpty();
  }

  @Test
  void acceptsAChangeThatIsNoMove() {
    var run = accepted("labelled", Plan.PLAIN);
    invoked(run, 2, 1);
    said(run, 1, "", "IN_PROGRESS");
    said(run, 2, "IN_PROGRESS", "IN_PROGRESS");
    said(run, 3, "IN_PROGRESS", "SUCCESS");
    ended(run, "SUCCESS");

    assertThat(found()).isEmpty();
  }

  @Test
  void acceptsTheOneRunOfAPostThatWasNeverAnswered() {
    invocations.add(new Invocation("r_unanswered", "unanswered", 0, 77));

    assertThat(found()).isEmpty();
  }

  @Test
  void findsASecondRunOfAPostThatWasNeverAnswered() {
    invocations.add(new Invocation("r_unanswered", "unanswered", 0, 77));
    invocations.add(new Invocation("r_again", "unanswered", 0, 78));

    assertThat(found()).containsExactly(Kind.SECOND_RUN);
  }

  @Test
  void findsALostRun() {
    accepted("lost", Plan.DECLINED);

    assertThat(found()).containsExactly(Kind.LOST);
  }

  @Test
  void findsARunThatHasNotEnded() {
    var run = accepted("stuck", Plan.DECLINED);
    run.finallyIs("WAITING_FOR_APPROVAL");
    said(run, 1, "", "WAITING_FOR_APPROVAL");

    assertThat(found()).containsExactly(Kind.NOT_ENDED);
  }

  @Test
  void findsARunThatEndedTooLate() {
    var run = accepted("late", Plan.DECLINED);
    run.finallyIs("DECLINED");
    said(run, 1, "", "WAITING_FOR_APPROVAL");
    said(run, 2, "WAITING_FOR_APPROVAL", "DECLINED");

    assertThat(found()).containsExactly(Kind.NOT_ENDED);
  }

  @Test
  void findsARunThatFailedAlthoughItsAgentSucceeded() {
    var run = accepted("failed", Plan.PLAIN);
    invoked(run, 0, 20);
    said(run, 1, "", "IN_PROGRESS");
    said(run, 2, "IN_PROGRESS", "FAILURE");
    ended(run, "FAILURE");

    assertThat(found()).containsExactly(Kind.WRONG_END);
  }

  @Test
  void findsARunThatLeftItsEnd() {
    wish("plain").finallyIs("FAILURE");

    assertThat(found()).containsExactly(Kind.CHANGED_AFTER_END, Kind.EVENT_DISAGREES);
  }

  @Test
  void findsADoubledInvocation() {
    invoked(wish("plain"), 0, 99);

    assertThat(violations())
        .containsExactly(
            new Violation(Kind.INVOKED_TWICE, "r_plain", "partition:offset 0:10, 0:99"));
  }

  @Test
  void findsARunThatWasNeverInvoked() {
    invocations.removeIf(invocation -> invocation.runId().equals("r_plain"));

    assertThat(found()).containsExactly(Kind.NEVER_INVOKED);
  }

  @Test
  void findsADeclinedRunOnTheTopic() {
    invoked(wish("declined"), 0, 30);

    assertThat(found()).containsExactly(Kind.DECLINED_BUT_INVOKED);
  }

  @Test
  void findsADispatchBeforeTheDecision() {
    wish("approved").heardAt(50);

    assertThat(found()).containsExactly(Kind.INVOKED_BEFORE_DECISION);
  }

  @Test
  void findsAnInvocationNobodyAskedFor() {
    invocations.add(new Invocation("r_stranger", "", 0, 40));

    assertThat(found()).containsExactly(Kind.NOT_ASKED_FOR);
  }

  @Test
  void findsASecondRunForOneKey() {
    invocations.add(new Invocation("r_copy", "plain", 0, 41));

    assertThat(found()).containsExactly(Kind.SECOND_RUN);
  }

  @Test
  void findsASecondRunThatIsSeenInEventsOnly() {
    changes.add(new StatusChange("e", "r_copy", "declined", 1, "", "WAITING_FOR_APPROVAL"));

    assertThat(found()).containsExactly(Kind.SECOND_RUN);
  }

  @Test
  void findsTwoEndsOfOneRun() {
    said(wish("plain"), 3, "IN_PROGRESS", "FAILURE");

    assertThat(found()).containsExactly(Kind.ENDED_TWICE);
  }

  @Test
  void findsTheSameEndSaidByTwoEvents() {
    said(wish("plain"), 3, "IN_PROGRESS", "SUCCESS");

    assertThat(found()).containsExactly(Kind.ENDED_TWICE);
  }

  @Test
  void findsAMoveOutOfAnEnd() {
    said(wish("plain"), 3, "SUCCESS", "IN_PROGRESS");

    assertThat(found()).containsExactly(Kind.CHANGED_AFTER_END);
  }

  @Test
  void findsAnEndThatWasNotSaid() {
    changes.removeIf(change -> change.runId().equals("r_plain") && change.version() == 2);

    assertThat(found()).containsExactly(Kind.END_NOT_SAID);
  }

  @Test
  void findsAMissingVersion() {
    changes.removeIf(change -> change.runId().equals("r_approved") && change.version() == 2);

    assertThat(found()).containsExactly(Kind.VERSION_MISSING);
  }

  @Test
  void findsTheFirstVersionMissing() {
    changes.removeIf(change -> change.runId().equals("r_plain") && change.version() == 1);

    assertThat(found()).containsExactly(Kind.VERSION_MISSING);
  }

  @Test
  void findsTwoEventsWithOneVersion() {
    said(wish("approved"), 2, "WAITING_FOR_APPROVAL", "IN_PROGRESS");

    assertThat(found()).containsExactly(Kind.VERSION_TWICE);
  }

  @Test
  void findsEventsOutOfOrder() {
    var run = accepted("mixed", Plan.PLAIN);
    invoked(run, 0, 50);
    said(run, 2, "IN_PROGRESS", "SUCCESS");
    said(run, 1, "", "IN_PROGRESS");
    ended(run, "SUCCESS");

    assertThat(found()).containsExactly(Kind.OUT_OF_ORDER);
  }

  @Test
  void findsDeadLetters() {
    deadLetters.put("slipway.run.status-changed.v1.notifier.dlt", 2L);

    assertThat(found()).containsExactly(Kind.DEAD_LETTER);
  }

  @Test
  void keepsWhatWasWitnessed() {
    witnessed.add(new Violation(Kind.NOT_RESTARTED, "kafka", ""));

    assertThat(found()).containsExactly(Kind.NOT_RESTARTED);
  }

  private List<Violation> violations() {
    return Checker.check(new Evidence(wishes, invocations, changes, deadLetters, witnessed));
  }

  private List<Kind> found() {
    return violations().stream().map(Violation::kind).toList();
  }

  private Wish accepted(String token, Plan plan) {
    var wish = new Wish(token, plan, 0);
    wish.acceptedAs("r_" + token);
    wishes.add(wish);
    return wish;
  }

  private Wish wish(String token) {
    return wishes.stream().filter(wish -> wish.token().equals(token)).findFirst().orElseThrow();
  }

  private void invoked(Wish wish, int partition, long offset) {
    invocations.add(new Invocation("r_" + wish.token(), wish.token(), partition, offset));
  }

  private void said(Wish wish, long version, String from, String to) {
    var id = "event" + events++;
    changes.add(new StatusChange(id, "r_" + wish.token(), wish.token(), version, from, to));
  }

  private static void ended(Wish wish, String status) {
    wish.endedAs(status, 1000);
    wish.finallyIs(status);
  }
}
