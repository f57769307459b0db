package io.slipway.bench;

import io.slipway.bench.suite.SuiteAccess;
import io.slipway.bench.suite.SuiteProcesses;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Looks at CPU, database and topics before a step and after it. */
final class CostMeter implements AutoCloseable {

  /** PostgreSQL's processes tell their statistics once a second at most. */
  private static final long UNTIL_TOLD = 1_200_000_000L;

  private final SuiteProcesses processes;
  private final DatabaseCounters database;
  private final TopicCounters topics;

  CostMeter(SuiteAccess suite) throws SQLException {
    processes = new SuiteProcesses(suite.data());
    database = new DatabaseCounters(suite.database());
    topics = new TopicCounters(suite);
  }

  /** Where everything stood. */
  record Look(Optional<CpuTimes> cpu, DatabaseCounters.Look database, Map<String, Long> topics) {}

  Look before() throws ExecutionException, InterruptedException {
    var offsets = topics.look();
    var counters = database.look();
    return new Look(CpuTimes.now(processes), counters, offsets);
  }

  /** What was used since then, for so many {@code units}. */
  Cost since(Look before, String head, double units)
      throws ExecutionException, InterruptedException {
    var cpu = CpuTimes.now(processes).flatMap(now -> before.cpu().map(now::since));
    Pace.rest(UNTIL_TOLD);
    return new Cost(
        head,
        units,
        cpu,
        database.between(before.database(), database.look()),
        TopicCounters.between(before.topics(), topics.look()));
  }

  @Override
  public void close() throws SQLException {
    try (topics) {
      database.close();
    }
  }
}
