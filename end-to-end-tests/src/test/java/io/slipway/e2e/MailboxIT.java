package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.e2e.house.HaltAtMail;
import io.slipway.e2e.house.Http;
import io.slipway.e2e.house.Mailbox;
import io.slipway.e2e.house.Replica;
import io.slipway.e2e.house.SuiteUnderTest;
import io.slipway.e2e.house.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each approver's mailbox holds exactly one mail for each run, whatever was away or killed; only a
 * kill between the mail server's 250 and its bookkeeping makes a copy, and that is the same
 * message.
 */
class MailboxIT {
  private static final Duration AWAY = Duration.ofMinutes(2);

  /** Longer than the lease of a delivery, whose owner died. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How many mails one notifier has on their way at once. */
  private static final int AT_ONCE = 4;

  private final SuiteUnderTest suite = SuiteUnderTest.start();
  private final Tenant org = suite.newOrganization();
  private Http developer;
  private String action;
  private List<String> mailboxes;
  private final List<String> runs = new ArrayList<>();

  @BeforeEach
  void anActionWithTwoApprovers() {
    developer = org.invite("Member").http();
    action = org.action(",\"requiredApproval\":true");
    var one = org.invite("Member");
    var other = org.invite("Member");
    org.approvers(action, one, other);
    mailboxes = List.of(one.email(), other.email());
  }

  @Test
  void aMailServerAwayForTwoMinutesCostsNoMailAndMakesNoCopy() {
    var back = Instant.now().plus(AWAY);
    suite.mail().goAway();
    try {
      for (int i = 0; i < 5; i++) {
        invoke();
      }
      SuiteUnderTest.signal("KILL", suite.processes("notifier"));
      for (int i = 0; i < 5; i++) {
        invoke();
      }
      patiently().atMost(AWAY.plusSeconds(30)).until(() -> Instant.now().isAfter(back));
      assertThat(mailboxes).allSatisfy(box -> assertThat(Mailbox.of(suite, box)).isEmpty());
    } finally {
      suite.mail().comeBack();
    }

    awaitOneMailForEachRun();
    assertThat(mailboxes).allSatisfy(box -> assertThat(copies(box)).isEqualTo(runs.size()));
  }

  @Test
  void aNotifierKilledBeforeItSendsCostsNoMailAndMakesNoCopy() {
    invokeUntilItDies("before");

    awaitOneMailForEachRun();
    assertThat(mailboxes).allSatisfy(box -> assertThat(copies(box)).isEqualTo(runs.size()));
  }

  @Test
  void aNotifierKilledAfterThe250MakesACopyThatIsTheSameMessage() {
    invokeUntilItDies("after");

    awaitOneMailForEachRun();
    // What was on its way when it died comes once more, and is recognised by its identity.
    patiently().atMost(PATIENCE).until(() -> allCopies() > 2 * runs.size());
    awaitOneMailForEachRun();
    assertThat(allCopies()).isLessThanOrEqualTo(2 * runs.size() + AT_ONCE);
  }

  private void invokeUntilItDies(String when) {
    try (var doomed =
        Replica.start(suite, "notifier", Map.of("halt.mail", when), HaltAtMail.class)) {
      patiently()
          .atMost(PATIENCE)
          .until(
              () -> {
                invoke();
                return !doomed.isAlive();
              });
      assertThat(doomed.awaitEnd()).isEqualTo(137);
    }
  }

  /** A thread of the mail server fails when its client is killed, and that is no matter. */
  private static ConditionFactory patiently() {
    return Awaitility.await().dontCatchUncaughtExceptions();
  }

  private void invoke() {
    runs.add(org.invoke(developer, action).get("id").stringValue());
  }

  /** One and the same message about each run, in every mailbox, in however many copies. */
  private void awaitOneMailForEachRun() {
    var expected = runs.stream().collect(Collectors.toMap(run -> "<" + run + "@slipway>", _ -> 1));
    for (var box : mailboxes) {
      patiently()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(Mailbox.threads(suite, box)).isEqualTo(expected));
    }
  }

  private int copies(String mailbox) {
    return Mailbox.of(suite, mailbox).size();
  }

  private int allCopies() {
    return mailboxes.stream().mapToInt(this::copies).sum();
  }
}
