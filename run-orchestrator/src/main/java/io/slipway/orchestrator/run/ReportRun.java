package io.slipway.orchestrator.run;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.run.Runs.Advanced;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Takes a report about a run, whichever way it came. */
public final class ReportRun {
  private final Runs runs;
  private final FindRun findRun;
  private final Clock clock;

  public ReportRun(Runs runs, FindRun findRun, Clock clock) {
    this.runs = runs;
    this.findRun = findRun;
    this.clock = clock;
  }

  /** A report by HTTP: all of it, or nothing and a {@link Refusal}. */
  public Mono<Advanced> byCaller(Caller caller, RunId id, Report report) {
    var by = Actor.of(caller);
    Function<Run, Step> step = run -> apply(run, report, by);
    return permitted(caller, id)
        .then(runs.advance(caller.organization(), id, null, step))
        .switchIfEmpty(
            Mono.defer(
                () ->
                    findRun
                        .seenBy(caller, id)
                        .flatMap(_ -> runs.advance(caller.organization(), id, null, step))));
  }

  /** What became of a report on a topic. */
  public enum Heard {
    ACCEPTED,
    REFUSED,
    REPEATED
  }

  /**
   * A report on the organization's topic: there is nobody to refuse it to, so the refusal goes into
   * the log of the run, behind the lines that came with it. Empty when there is no such run.
   */
  public Mono<Heard> byAgent(String organization, RunId id, String cause, Report report) {
    var by = Actor.agentOf(organization);
    return runs.advance(
            organization,
            id,
            cause,
            run ->
                switch (apply(run, report, by)) {
                  case Step.Moved moved -> moved;
                  case Step.Unmoved unmoved -> refused(run, report, unmoved.why(), by);
                })
        .map(advanced -> heard(advanced, report));
  }

  /** A report that nobody can understand; the log of the run says why. */
  public Mono<Heard> refuse(String organization, RunId id, String cause, String why) {
    var by = Actor.agentOf(organization);
    var nothing = new Report(null, Changes.NONE, List.of());
    return runs.advance(organization, id, cause, run -> refused(run, nothing, why, by))
        .map(advanced -> advanced instanceof Advanced.Applied ? Heard.REFUSED : Heard.REPEATED);
  }

  /** A line that Slipway itself writes, once for each cause. Empty when there is no such run. */
  public Mono<Advanced> note(String organization, RunId id, String cause, String text) {
    return runs.advance(
        organization,
        id,
        cause,
        run -> new Step.Moved(run, logged(run, List.of(text), Actor.SLIPWAY)));
  }

  private Step refused(Run run, Report report, String why, Actor by) {
    var lines = new ArrayList<>(report.messages());
    lines.add("A report was refused: " + why);
    return new Step.Moved(run, logged(run, lines, by));
  }

  private static Heard heard(Advanced advanced, Report report) {
    if (!(advanced instanceof Advanced.Applied(_, var events))) {
      return Heard.REPEATED;
    }
    var asked = report.outcome() != null || report.changes().any();
    return asked && events.stream().noneMatch(RunEvent.Changed.class::isInstance)
        ? Heard.REFUSED
        : Heard.ACCEPTED;
  }

  /** Whoever has an organization's rights, or asked for the run; 403 for others who may see it. */
  private Mono<Void> permitted(Caller caller, RunId id) {
    if (caller.isAdmin()) {
      return Mono.empty();
    }
    return findRun
        .seenBy(caller, id)
        .flatMap(
            run ->
                run.invocation().by().id().equals(caller.principal())
                    ? Mono.empty()
                    : Mono.error(
                        Refusal.forbidden(
                            "Only who asked for a run, an Admin or a machine may report on it")));
  }

  private Step apply(Run run, Report report, Actor by) {
    var lines = logged(run, report.messages(), by);
    var signal = report.signal(run, by, Times.shown(clock.instant()));
    if (signal == null) {
      return new Step.Moved(run, lines);
    }
    return switch (RunLifecycle.step(run, signal)) {
      case Step.Moved moved -> new Step.Moved(run, lines).then(moved);
      case Step.Unmoved unmoved -> unmoved;
    };
  }

  private List<RunEvent> logged(Run run, List<String> messages, Actor by) {
    var at = clock.instant();
    return messages.stream()
        .<RunEvent>map(text -> new RunEvent.Logged(LogLine.of(run.id(), text, by, at)))
        .toList();
  }
}
