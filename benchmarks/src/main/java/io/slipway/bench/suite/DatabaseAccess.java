package io.slipway.bench.suite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The suite's database over JDBC. */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  /** Without the password, so that it may be printed. */
  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
