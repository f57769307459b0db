package io.slipway.orchestrator.run;

import static io.slipway.orchestrator.run.RunFixture.aRun;
import static io.slipway.orchestrator.run.RunFixture.changesOf;
import static io.slipway.orchestrator.run.RunFixture.eventsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.orchestrator.run.RunEvent.Changed;
import io.slipway.orchestrator.run.RunEvent.HandedOver;
import io.slipway.orchestrator.run.RunState.Finished;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds on every path that signals can take a run, in whatever order they come. */
class RunLifecyclePropertyTest {

  @Property
  void nothingLeavesATerminalState(@ForAll ApprovalRule rule, @ForAll("paths") List<Signal> path) {
    var run = aRun().needing(rule).requested();
    for (var signal : path) {
      var before = run;
      run = RunLifecycle.step(run, signal).run();
      if (before.state() instanceof Finished) {
        assertThat(run).isSameAs(before);
      }
    }
  }

  @Property
  void versionsRiseByOneAndNeverRepeat(
      @ForAll ApprovalRule rule, @ForAll("paths") List<Signal> path) {
    var run = aRun().needing(rule).requested();
    long version = 0;
    for (var signal : path) {
      var step = RunLifecycle.step(run, signal);
      for (var changed : changesOf(step)) {
        assertThat(changed.after().version()).isEqualTo(++version);
        assertThat(changed.before() == null ? 0 : changed.before().version())
            .isEqualTo(version - 1);
      }
      run = step.run();
      assertThat(run.version()).isEqualTo(version);
    }
  }

  @Property
  void nothingIsHandedOverBeforeItsDecisionAndNothingTwice(
      @ForAll ApprovalRule rule, @ForAll("paths") List<Signal> path) {
    var run = aRun().needing(rule).requested();
    boolean mayLeave = rule == ApprovalRule.NONE;
    int left = 0;
    for (var signal : path) {
      var step = RunLifecycle.step(run, signal);
      for (var event : eventsOf(step)) {
        switch (event) {
          case Changed changed -> mayLeave |= changed.cause().equals("Approved");
          case HandedOver _ -> {
            assertThat(mayLeave).isTrue();
            left++;
          }
          case RunEvent.DispatchDue _ -> assertThat(mayLeave).isTrue();
          case RunEvent.Logged _ -> {}
        }
      }
      run = step.run();
    }
    assertThat(left).isLessThanOrEqualTo(1);
  }

  @Property
  void aRunEndsOnce(@ForAll ApprovalRule rule, @ForAll("paths") List<Signal> path) {
    var run = aRun().needing(rule).requested();
    int ends = 0;
    for (var signal : path) {
      var step = RunLifecycle.step(run, signal);
      ends +=
          (int)
              changesOf(step).stream()
                  .filter(changed -> changed.after().state() instanceof Finished)
                  .count();
      run = step.run();
    }
    assertThat(ends).isEqualTo(run.state() instanceof Finished ? 1 : 0);
  }

  /** Any signals in any order, most of them after the one that begins the run. */
  @Provide
  Arbitrary<List<Signal>> paths() {
    return Arbitraries.of(SignalSamples.all()).list().ofMaxSize(12);
  }
}
