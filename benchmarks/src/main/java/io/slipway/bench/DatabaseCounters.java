package io.slipway.bench;

import io.slipway.bench.suite.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL did between two looks. Counters that this server or this role does not have are
 * left out.
 */
final class DatabaseCounters implements AutoCloseable {

  private static final String TRANSACTIONS =
      "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()";
  private static final String FSYNCS = "select sum(fsyncs) from pg_stat_io where object = 'wal'";
  private static final String POSITION = "select (pg_current_wal_insert_lsn() - '0/0')::bigint";
  private static final String COMMITS =
      """
      select coalesce(sum(count), 0)
        from slipway_bench.pg_get_wal_stats('0/0'::pg_lsn + ?, '0/0'::pg_lsn + ?, true)
       where "resource_manager/record_type" like 'Transaction/COMMIT%'
      """;

  private final Connection connection;
  private final boolean readsWal;

  /** To be made after {@link FloorTable}, in whose schema it puts what it needs. */
  DatabaseCounters(DatabaseAccess database) throws SQLException {
    connection = database.connect();
    readsWal = tryInstall(connection);
  }

  private static boolean tryInstall(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create extension pg_walinspect schema " + FloorTable.SCHEMA);
      return true;
    } catch (SQLException notThere) {
      return false;
    }
  }

  /** A look: totals since whenever the server began to count. */
  record Look(@Nullable Long transactions, @Nullable Long fsyncs, @Nullable Long position) {}

  Look look() {
    return new Look(number(TRANSACTIONS), number(FSYNCS), number(POSITION));
  }

  /** What happened between two looks, by the words for it. */
  Map<String, Double> between(Look before, Look after) {
    var counts = new LinkedHashMap<String, Double>();
    put(counts, "transactions, reads too", before.transactions(), after.transactions(), 1);
    commits(before.position(), after.position(), counts);
    put(counts, "fsyncs of the WAL", before.fsyncs(), after.fsyncs(), 1);
    put(counts, "KB of WAL", before.position(), after.position(), 1000);
    return counts;
  }

  private static void put(
      Map<String, Double> counts,
      String name,
      @Nullable Long from,
      @Nullable Long to,
      double unit) {
    if (from != null && to != null) {
      counts.put(name, (to - from) / unit);
    }
  }

  private void commits(@Nullable Long from, @Nullable Long to, Map<String, Double> counts) {
    if (!readsWal || from == null || to == null || from.equals(to)) {
      return;
    }
    try (var statement = connection.prepareStatement(COMMITS)) {
      statement.setLong(1, from);
      statement.setLong(2, to);
      try (var rows = statement.executeQuery()) {
        rows.next();
        counts.put("commits that wrote", rows.getDouble(1));
      }
    } catch (SQLException recycled) {
      // The log of that time is no longer there; the other figures say enough.
    }
  }

  private @Nullable Long number(String sql) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : null;
    } catch (SQLException unknownHere) {
      return null;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
