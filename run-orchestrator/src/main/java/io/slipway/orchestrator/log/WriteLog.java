package io.slipway.orchestrator.log;

import io.slipway.chassis.caller.Caller;
import io.slipway.orchestrator.run.Actor;
import io.slipway.orchestrator.run.LogLine;
import io.slipway.orchestrator.run.Report;
import io.slipway.orchestrator.run.ReportRun;
import io.slipway.orchestrator.run.RunEvent.Logged;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.Runs.Advanced;
import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * Writes into the log of a run. A plain line is one statement, since agents write many; one that
 * ends or labels the run is a report like any other.
 */
public final class WriteLog {
  private final RunLog runLog;
  private final ReportRun reportRun;
  private final Clock clock;

  public WriteLog(RunLog runLog, ReportRun reportRun, Clock clock) {
    this.runLog = runLog;
    this.reportRun = reportRun;
    this.clock = clock;
  }

  /** What became of a line. */
  public sealed interface Reply {
    /** It is in the log. */
    record Written(LogLine line) implements Reply {}

    /** It came at the wrong time. */
    record Late(Advanced.Ignored ignored) implements Reply {}
  }

  /** Writes; a refusal when there is no such run, or it is not the caller's to write about. */
  public Mono<Reply> write(Caller caller, RunId id, Report report) {
    if (report.outcome() != null || report.changes().any()) {
      return viaReport(caller, id, report);
    }
    var line = LogLine.of(id, report.messages().getFirst(), Actor.of(caller), clock.instant());
    var creator = caller.isAdmin() ? "" : caller.principal();
    return runLog
        .write(caller.organization(), creator, line)
        .flatMap(
            written ->
                written ? Mono.just(new Reply.Written(line)) : viaReport(caller, id, report));
  }

  private Mono<Reply> viaReport(Caller caller, RunId id, Report report) {
    return reportRun
        .byCaller(caller, id, report)
        .map(
            advanced ->
                switch (advanced) {
                  case Advanced.Applied applied -> new Reply.Written(first(applied));
                  case Advanced.Ignored ignored -> new Reply.Late(ignored);
                  case Advanced.Repeated _ ->
                      throw new IllegalStateException("a request has no id to be repeated by");
                });
  }

  private static LogLine first(Advanced.Applied applied) {
    for (var event : applied.events()) {
      if (event instanceof Logged(var line)) {
        return line;
      }
    }
    throw new IllegalStateException("a report with a line was taken without it");
  }
}
