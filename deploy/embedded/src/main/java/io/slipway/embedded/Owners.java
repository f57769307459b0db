package io.slipway.embedded;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** A role that owns a schema of its own name and sees no other. */
final class Owners {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private Owners() {}

  static void ensure(PostgresServer server, String name, String password) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a schema's name: " + name);
    }
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      var known =
          statement.executeQuery("select 1 from pg_roles where rolname = '%s'".formatted(name));
      if (!known.next()) {
        statement.execute("create role %s login".formatted(name));
      }
      for (var line :
          List.of(
              "alter role %s login password '%s'".formatted(name, password.replace("'", "''")),
              "create schema if not exists %s authorization %s".formatted(name, name),
              "alter role %s in database %s set search_path = %s"
                  .formatted(name, PostgresServer.DATABASE, name),
              "revoke all on schema public from public")) {
        statement.execute(line);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Could not make the owner of schema " + name, e);
    }
  }
}
