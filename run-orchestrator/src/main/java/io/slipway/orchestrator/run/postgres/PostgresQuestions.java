package io.slipway.orchestrator.run.postgres;

import io.slipway.chassis.rows.Rows;
import io.slipway.orchestrator.run.Questions;
import io.slipway.orchestrator.run.RunId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Questions in PostgreSQL. */
@Component
class PostgresQuestions implements Questions {
  private static final String ABOUT = "select * from question where run_id = $1";

  private final DatabaseClient database;

  PostgresQuestions(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Question> about(RunId runId) {
    return new Binding(database.sql(ABOUT))
        .add(runId.value())
        .statement()
        .map(
            row ->
                new Question(
                    Rows.required(row, "event_id", String.class),
                    runId,
                    Rows.required(row, "record", byte[].class)))
        .one();
  }
}
