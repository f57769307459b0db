package io.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

  @TempDir private Path folder;

  @Test
  void keepsItsDataThroughKillAndRestart() throws Exception {
    var port = FreePorts.take(1).getFirst();
    try (var server = PostgresServer.start(folder, port)) {
      server.ensureOwner("orders", "pass'word");
      execute(server, "orders", "pass'word", "create table kept (x int)");
      execute(server, "orders", "pass'word", "insert into kept values (42)");

      server.kill();
      assertThat(server.process().isAlive()).isFalse();
      server.start();
      assertThat(first(server, "select x from orders.kept")).isEqualTo(42);

      server.stop(Duration.ofSeconds(15));
      assertThat(server.process().exitCode()).isZero();
    }
    try (var again = PostgresServer.start(folder, port)) {
      assertThat(first(again, "select x from orders.kept")).isEqualTo(42);
    }
  }

  @Test
  void givesEachOwnerItsOwnSchemaAndNoOther() throws Exception {
    try (var server = PostgresServer.start(folder, FreePorts.take(1).getFirst())) {
      server.ensureOwner("one", "first");
      server.ensureOwner("two", "second");
      server.ensureOwner("two", "third");
      execute(server, "one", "first", "create table mine (x int)");

      assertThat(first(server, "select 1 from pg_tables where schemaname = 'one'")).isEqualTo(1);
      assertThatThrownBy(() -> execute(server, "two", "third", "select * from one.mine"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> execute(server, "two", "second", "select 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      assertThatThrownBy(() -> execute(server, "one", "first", "create table public.x (x int)"))
          .isInstanceOf(SQLException.class);
    }
  }

  private static void execute(PostgresServer server, String user, String password, String sql)
      throws SQLException {
    try (var connection = DriverManager.getConnection(server.jdbcUrl(), user, password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int first(PostgresServer server, String sql) throws SQLException {
    try (var connection = server.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }
}
