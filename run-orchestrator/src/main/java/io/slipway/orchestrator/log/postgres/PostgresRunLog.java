package io.slipway.orchestrator.log.postgres;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.rows.Rows;
import io.slipway.orchestrator.log.RunLog;
import io.slipway.orchestrator.run.LogLine;
import io.slipway.orchestrator.run.RunEvent.Logged;
import io.slipway.orchestrator.run.RunId;
import io.slipway.orchestrator.run.RunWitness;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Logs in PostgreSQL, among everything else that a run says. */
@Component
class PostgresRunLog implements RunLog {
  /** The update takes the run's lock, so numbers have no gaps and no doubles. */
  private static final String WRITE =
      """
      with numbered as (
        update run set said = said + 1
        where organization = $1 and id = $2 and ($3 = '' or created_by = $3)
        returning id, said)
      insert into run_said (run_id, seq, kind, body) select id, said, 'log', $4 from numbered
      """;

  private static final String PAGE =
      """
      select body from run_said where run_id = $1 and kind = 'log'
      order by seq limit $2 offset $3
      """;

  private final DatabaseClient database;
  private final List<RunWitness> witnesses;

  PostgresRunLog(DatabaseClient database, List<RunWitness> witnesses) {
    this.database = database;
    this.witnesses = List.copyOf(witnesses);
  }

  @Override
  public Mono<Boolean> write(String organization, String creator, LogLine line) {
    return database
        .sql(WRITE)
        .bind(0, organization)
        .bind(1, line.runId().value())
        .bind(2, creator)
        .bind(3, Json.text(line.view()))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1)
        .doOnNext(written -> tell(written, line));
  }

  private void tell(boolean written, LogLine line) {
    if (written) {
      witnesses.forEach(witness -> witness.saw(line.runId(), List.of(new Logged(line))));
    }
  }

  @Override
  public Flux<JsonNode> page(RunId run, int limit, long offset) {
    return database
        .sql(PAGE)
        .bind(0, run.value())
        .bind(1, limit)
        .bind(2, offset)
        .map(row -> Json.parse(Rows.required(row, "body", String.class)))
        .all();
  }
}
