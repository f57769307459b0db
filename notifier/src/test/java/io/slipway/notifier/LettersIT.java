package io.slipway.notifier;

import static io.slipway.notifier.NotifierUnderTest.AT;
import static io.slipway.notifier.NotifierUnderTest.HOUSE;
import static io.slipway.notifier.NotifierUnderTest.NEIGHBOURS;
import static io.slipway.notifier.NotifierUnderTest.PATIENCE;
import static io.slipway.notifier.NotifierUnderTest.PROBE;
import static io.slipway.notifier.NotifierUnderTest.anAddress;
import static io.slipway.notifier.NotifierUnderTest.deliveries;
import static io.slipway.notifier.NotifierUnderTest.hasStumbled;
import static io.slipway.notifier.NotifierUnderTest.isUntold;
import static io.slipway.notifier.NotifierUnderTest.lettersTo;
import static io.slipway.notifier.NotifierUnderTest.mailServerComesBack;
import static io.slipway.notifier.NotifierUnderTest.mailServerGoesAway;
import static io.slipway.notifier.NotifierUnderTest.moved;
import static io.slipway.notifier.NotifierUnderTest.newRun;
import static io.slipway.notifier.NotifierUnderTest.person;
import static io.slipway.notifier.NotifierUnderTest.requested;
import static io.slipway.notifier.NotifierUnderTest.says;
import static io.slipway.notifier.NotifierUnderTest.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.chassis.organization.OrganizationPart;
import io.slipway.events.Actor;
import io.slipway.events.ActorKind;
import io.slipway.events.OrganizationChange;
import io.slipway.events.OrganizationChanged;
import io.slipway.events.RunStatus;
import io.slipway.notifier.organization.Organizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Letters, through a real mail server. */
@ExtendWith(NotifierUnderTest.class)
class LettersIT {
  private String organization;
  private String run;
  private String ann;
  private String bob;

  @BeforeEach
  void people() {
    organization = HOUSE.organization();
    run = newRun();
    ann = anAddress();
    bob = anAddress();
  }

  @Test
  void everyoneWhoIsAskedGetsALetter() throws Exception {
    says(requested(organization, run, ann, bob));

    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 2);
    assertThat(lettersTo(bob)).hasSize(1);
    var letter = lettersTo(ann).getFirst();
    assertThat(letter.getSubject()).isEqualTo("[Approval] Scale · requester@x");
    assertThat(letter.getMessageID()).matches("<[0-9a-f]{32}@slipway>");
    assertThat(letter.getContentType()).startsWith("multipart/alternative");
  }

  @Test
  void aMailServerThatIsAwayIsWaitedFor() {
    mailServerGoesAway();
    says(requested(organization, run, ann, bob));
    await().atMost(PATIENCE).until(() -> hasStumbled(run));

    mailServerComesBack();

    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 2);
    assertThat(lettersTo(ann)).hasSize(1);
    assertThat(lettersTo(bob)).hasSize(1);
  }

  @Test
  void anEventThatComesTwiceMakesOneLetter() {
    var event = requested(organization, run, ann);
    var id = says(event);
    PROBE.say(HOUSE.topics().approvalRequested(), run, event, id);

    says(requested(organization, run, bob));

    // A run's records stay in order: once the third made a letter, both others were heard.
    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 2);
    assertThat(lettersTo(ann)).hasSize(1);
  }

  @Test
  void aRequesterHearsOfTheApprovalAndOfTheEnd() throws Exception {
    var requester = person(ann);
    says(waiting(organization, run, requester));
    says(
        moved(
            organization,
            run,
            RunStatus.WAITING_FOR_APPROVAL,
            RunStatus.IN_PROGRESS,
            person("boss@x")));
    says(moved(organization, run, RunStatus.IN_PROGRESS, RunStatus.IN_PROGRESS, requester));
    says(moved(organization, run, RunStatus.IN_PROGRESS, RunStatus.SUCCESS, requester));

    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 2);
    assertThat(lettersTo(ann))
        .extracting(letter -> letter.getSubject())
        .containsExactlyInAnyOrder("[Approved] Scale", "[Succeeded] Scale");
  }

  @Test
  void aRequesterHearsOfTheDeclineOnce() throws Exception {
    says(waiting(organization, run, person(ann)));
    var declined =
        moved(
            organization,
            run,
            RunStatus.WAITING_FOR_APPROVAL,
            RunStatus.DECLINED,
            person("boss@x"));
    var id = says(declined);
    PROBE.say(HOUSE.topics().runStatusChanged(), run, declined, id);

    awaitHeard();
    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 2);
    assertThat(lettersTo(ann)).hasSize(1);
    assertThat(lettersTo(ann).getFirst().getSubject()).isEqualTo("[Declined] Scale");
  }

  @Test
  void nobodyIsWrittenToAboutRunsThatNeedNoApprovalOrOfPrograms() {
    var free = run;
    says(moved(organization, free, null, RunStatus.IN_PROGRESS, person(ann)));
    says(moved(organization, free, RunStatus.IN_PROGRESS, RunStatus.SUCCESS, person(ann)));
    var machine = Actor.newBuilder().setUserId("client").setKind(ActorKind.MACHINE).build();
    says(waiting(organization, free, machine));
    says(
        moved(
            organization,
            free,
            RunStatus.WAITING_FOR_APPROVAL,
            RunStatus.DECLINED,
            person("boss@x")));

    awaitHeard();
    assertThat(deliveries(free, "DELIVERED") + deliveries(free, "PENDING")).isEqualTo(1);
  }

  /** Says one more thing about this run and awaits its letter: what was said before was heard. */
  private void awaitHeard() {
    var sentinel = anAddress();
    says(waiting(organization, run, person(sentinel)));
    says(
        moved(
            organization,
            run,
            RunStatus.WAITING_FOR_APPROVAL,
            RunStatus.IN_PROGRESS,
            person("boss@x")));
    await().atMost(PATIENCE).until(() -> lettersTo(sentinel).size() == 1);
  }

  @Test
  void whereNobodyMayApproveTheAdminsAreTold() throws Exception {
    NEIGHBOURS.admins(organization, ann, bob);

    says(requested(organization, run));

    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 2);
    assertThat(lettersTo(ann).getFirst().getSubject())
        .startsWith("[Approval] Nobody may approve: Scale");
  }

  @Test
  void whatIsNoAddressIsGivenUpAndTheRunIsToldOnceTheOrchestratorIsBack() {
    NEIGHBOURS.orchestratorIsAwayFor(2);
    says(requested(organization, run, "no address at all", ann));

    await().atMost(PATIENCE).until(() -> deliveries(run, "GIVEN_UP") == 1);
    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 1);
    await().atMost(PATIENCE).until(() -> !isUntold(run));
    assertThat(NEIGHBOURS.linesOf(run))
        .containsExactly(
            "The e-mail to no address at all could not be delivered:"
                + " the address is not an e-mail address");
  }

  @Test
  void nothingIsToldOfAnErasedOrganisation() {
    PROBE.say(
        HOUSE.topics().organizationChanged(),
        organization,
        OrganizationChanged.newBuilder()
            .setOrganization(organization)
            .setChange(OrganizationChange.DELETED)
            .setAt(AT)
            .build());
    await().atMost(PATIENCE).until(this::isErased);

    says(requested(organization, run, ann));
    var other = HOUSE.organization();
    says(requested(other, run, bob));

    await().atMost(PATIENCE).until(() -> lettersTo(bob).size() == 1);
    assertThat(deliveries(run, "DELIVERED") + deliveries(run, "PENDING")).isEqualTo(1);
  }

  private boolean isErased() {
    return Boolean.FALSE.equals(
        NotifierUnderTest.bean(Organizations.class)
            .settle(organization, new OrganizationPart.Profile("again", null))
            .block());
  }
}
