package io.slipway.bench;

import io.slipway.bench.suite.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Two tables in a schema of our own in the suite's database, which goes when we go. A commit of one
 * row in each is what a change with its event costs at the least.
 */
final class FloorTable implements AutoCloseable {

  static final String SCHEMA = "slipway_bench";

  private static final String KILOBYTE = "x".repeat(1000);
  private static final List<String> DEFINITION =
      List.of(
          "drop schema if exists slipway_bench cascade",
          "create schema slipway_bench",
          "create table slipway_bench.state (id bigserial primary key, body text not null)",
          "create table slipway_bench.event (id bigserial primary key, body text not null)");

  /** Two benches would measure each other; any number will do, as long as it is always the same. */
  private static final String ALONE = "select pg_try_advisory_lock(7543926480)";

  private final List<Connection> all = new ArrayList<>();
  private final BlockingQueue<Connection> free;

  FloorTable(DatabaseAccess database, int connections) throws SQLException {
    free = new ArrayBlockingQueue<>(connections);
    for (var i = 0; i < connections; i++) {
      all.add(database.connect());
    }
    try (var statement = all.getFirst().createStatement()) {
      requireAlone(statement);
      for (var sql : DEFINITION) {
        statement.execute(sql);
      }
    }
    for (var connection : all) {
      connection.setAutoCommit(false);
      free.add(connection);
    }
  }

  private static void requireAlone(Statement statement) throws SQLException {
    try (var rows = statement.executeQuery(ALONE)) {
      rows.next();
      if (!rows.getBoolean(1)) {
        throw new SQLException("another bench is running on this suite");
      }
    }
  }

  /** Two inserts and a commit; waits for a connection when all are taken. */
  void commit() throws SQLException, InterruptedException {
    var connection = free.take();
    try {
      insert(connection, "insert into slipway_bench.state (body) values (?)");
      insert(connection, "insert into slipway_bench.event (body) values (?)");
      connection.commit();
    } finally {
      free.add(connection);
    }
  }

  private static void insert(Connection connection, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, KILOBYTE);
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    try (var statement = all.getFirst().createStatement()) {
      all.getFirst().rollback();
      statement.execute(DEFINITION.getFirst());
      all.getFirst().commit();
    } finally {
      for (var connection : all) {
        connection.close();
      }
    }
  }
}
