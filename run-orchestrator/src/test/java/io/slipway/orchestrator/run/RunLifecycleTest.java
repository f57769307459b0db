package io.slipway.orchestrator.run;

import static io.slipway.orchestrator.run.RunFixture.ADA;
import static io.slipway.orchestrator.run.RunFixture.MACHINE;
import static io.slipway.orchestrator.run.RunFixture.NOON;
import static io.slipway.orchestrator.run.RunFixture.aRun;
import static io.slipway.orchestrator.run.RunFixture.changesOf;
import static io.slipway.orchestrator.run.RunFixture.eventsOf;
import static io.slipway.orchestrator.run.RunFixture.reported;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.orchestrator.run.RunEvent.Changed;
import io.slipway.orchestrator.run.RunEvent.DispatchDue;
import io.slipway.orchestrator.run.RunEvent.HandedOver;
import io.slipway.orchestrator.run.RunState.Finished;
import io.slipway.orchestrator.run.RunState.InProgress;
import io.slipway.orchestrator.run.RunState.WaitingForApproval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each signal does to a run in each state. */
class RunLifecycleTest {
  private static final Path DRAWING = Path.of("..", "docs", "run-lifecycle.mmd");

  @Test
  void handsOverWhatNobodyNeedsToApprove() {
    var step = RunLifecycle.step(aRun().requested(), invoked(RunFixture.ready()));

    assertThat(step.run().state()).isEqualTo(new InProgress(NOON));
    assertThat(step.run().version()).isEqualTo(1);
    assertThat(step.run().payload()).isNotNull();
    assertThat(eventsOf(step)).hasExactlyElementsOfTypes(Changed.class, HandedOver.class);
    assertThat(changesOf(step).getFirst().before()).isNull();
  }

  @Test
  void asksBeforeAnythingLeaves() {
    var step =
        RunLifecycle.step(
            aRun().needing(ApprovalRule.ANY).requested(), invoked(RunFixture.ready()));

    assertThat(step.run().state()).isInstanceOf(WaitingForApproval.class);
    assertThat(eventsOf(step)).hasExactlyElementsOfTypes(Changed.class);
    assertThat(changesOf(step).getFirst().asksForApproval()).isTrue();
  }

  @Test
  void keepsWhatCannotLeaveYetForTheDispatcher() {
    var run = aRun().requested();

    var step = RunLifecycle.step(run, invoked(new Departure.Later("no key")));
    var sent = RunLifecycle.step(step.run(), departed(RunFixture.ready()));

    assertThat(eventsOf(step)).hasExactlyElementsOfTypes(Changed.class, DispatchDue.class);
    assertThat(eventsOf(sent)).hasExactlyElementsOfTypes(Changed.class, HandedOver.class);
    assertThat(sent.run().version()).isEqualTo(2);
  }

  @Test
  void endsARunThatCanNeverLeaveAfterItHasBegun() {
    var step = RunLifecycle.step(aRun().requested(), invoked(new Departure.Impossible("too big")));

    assertThat(changesOf(step)).extracting(c -> c.after().version()).containsExactly(1L, 2L);
    assertThat(changesOf(step).getLast().cause()).isEqualTo("DispatchFailed");
    assertThat(step.run().state()).isEqualTo(new Finished(Outcome.FAILURE, NOON));
    assertThat(step.run().particulars().summary()).isEqualTo("too big");
  }

  @Test
  void sendsAnApprovedRunOnItsWayOnce() {
    var waiting = aRun().needing(ApprovalRule.ALL).begun();

    var approved = RunLifecycle.step(waiting, approved(RunFixture.ready()));
    var again = RunLifecycle.step(approved.run(), approved(RunFixture.ready()));

    assertThat(eventsOf(approved)).hasExactlyElementsOfTypes(Changed.class, HandedOver.class);
    assertThat(approved.run().decision()).isEqualTo(new Decision(true, "user_bob", "fine"));
    assertThat(changesOf(approved).getFirst().before()).isEqualTo(waiting);
    assertThat(again).isInstanceOf(Step.Unmoved.class);
  }

  @Test
  void ignoresADecisionAboutAFinishedRun() {
    var withdrawn =
        RunLifecycle.step(
                aRun().needing(ApprovalRule.ANY).begun(),
                new Signal.Withdrawn(ADA, NOON, Changes.NONE))
            .run();

    var step = RunLifecycle.step(withdrawn, approved(RunFixture.ready()));

    assertThat(step).isInstanceOf(Step.Unmoved.class);
    assertThat(step.run()).isSameAs(withdrawn);
  }

  @Test
  void showsAWithdrawnRunAsAFailureWithALabel() {
    var step =
        RunLifecycle.step(
            aRun().needing(ApprovalRule.ANY).begun(),
            new Signal.Withdrawn(ADA, NOON, Changes.NONE));

    assertThat(step.run().state().status()).isEqualTo(Status.FAILURE);
    assertThat(step.run().particulars().statusLabel()).isEqualTo("Withdrawn");
  }

  @Test
  void takesNoReportOfSuccessWhileItWaits() {
    var waiting = aRun().needing(ApprovalRule.ANY).begun();

    assertThat(RunLifecycle.step(waiting, reported(Outcome.SUCCESS)))
        .isInstanceOf(Step.Unmoved.class);
  }

  @Test
  void keepsTheFirstOutcome() {
    var finished = aRun().finished();

    var step = RunLifecycle.step(finished, reported(Outcome.FAILURE));

    assertThat(step).isInstanceOf(Step.Unmoved.class);
    assertThat(step.run().state().status()).isEqualTo(Status.SUCCESS);
  }

  @Test
  void neverLetsTimeRunBackwards() {
    var labelled =
        RunLifecycle.step(
            aRun().begun(),
            new Signal.Labelled(MACHINE, NOON.minusSeconds(60), Changes.label("early")));

    assertThat(labelled.run().updatedAt()).isEqualTo(NOON);
  }

  @Test
  void hasAnOpinionAboutEverySignalInEveryState() {
    assertThat(kinds(SignalSamples.all())).isEqualTo(permitted(Signal.class));
    assertThat(kinds(SignalSamples.departures())).isEqualTo(permitted(Departure.class));
    assertThat(kinds(states().stream().map(Run::state).toList()))
        .isEqualTo(permitted(RunState.class));

    for (var run : states()) {
      for (var signal : SignalSamples.all()) {
        var step = RunLifecycle.step(run, signal);
        switch (step) {
          case Step.Unmoved unmoved -> {
            assertThat(unmoved.run()).isSameAs(run);
            assertThat(unmoved.why()).isNotBlank();
          }
          case Step.Moved moved -> assertVersionsRiseByOne(run, moved);
        }
      }
    }
  }

  private static void assertVersionsRiseByOne(Run run, Step.Moved moved) {
    var version = run.version();
    for (var changed : changesOf(moved)) {
      assertThat(changed.after().version()).isEqualTo(++version);
      assertThat(changed.after().updatedAt()).isAfterOrEqualTo(run.updatedAt());
    }
    assertThat(moved.run().version()).isEqualTo(version);
  }

  @Test
  void isDrawnAsItIs() throws IOException {
    var drawing = drawing();
    if (Boolean.getBoolean("slipway.draw")) {
      Files.createDirectories(DRAWING.getParent());
      Files.writeString(DRAWING, drawing);
    }

    assertThat(DRAWING)
        .as("the drawing of the lifecycle; -Dslipway.draw=true draws it anew")
        .exists()
        .content()
        .isEqualTo(drawing);
  }

  private static String drawing() {
    var arrows = new TreeSet<String>();
    for (var run : states()) {
      for (var signal : SignalSamples.all()) {
        if (RunLifecycle.step(run, signal) instanceof Step.Moved moved) {
          var from = name(run.state());
          var to = name(moved.run().state());
          arrows.add("  %s --> %s: %s".formatted(from, to, signal.cause()));
        }
      }
    }
    return "%% Drawn by RunLifecycleTest from RunLifecycle; do not edit.\n"
        + "stateDiagram-v2\n"
        + "  [*] --> Requested\n"
        + String.join("\n", arrows)
        + "\n  Finished --> [*]\n";
  }

  private static String name(RunState state) {
    return state.getClass().getSimpleName();
  }

  private static List<Run> states() {
    return List.of(
        aRun().requested(),
        aRun().needing(ApprovalRule.ANY).requested(),
        aRun().needing(ApprovalRule.ANY).begun(),
        aRun().begun(),
        aRun().dueToLeave(),
        aRun().finished());
  }

  private static Set<Class<?>> kinds(Collection<?> samples) {
    return samples.stream().map(Object::getClass).collect(Collectors.toSet());
  }

  private static Set<Class<?>> permitted(Class<?> type) {
    return Arrays.stream(type.getPermittedSubclasses()).collect(Collectors.toSet());
  }

  private static Signal invoked(Departure departure) {
    return new Signal.Invoked(ADA, NOON, departure);
  }

  private static Signal departed(Departure departure) {
    return new Signal.Departed(Actor.SLIPWAY, NOON.plusSeconds(2), departure);
  }

  private static Signal approved(Departure departure) {
    return new Signal.Approved(
        ADA, NOON.plusSeconds(1), new Decision(true, "user_bob", "fine"), departure);
  }
}
