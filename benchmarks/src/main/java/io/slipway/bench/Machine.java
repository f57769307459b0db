package io.slipway.bench;

import io.slipway.bench.suite.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;

/** What the figures were taken on; without it they mean nothing to anybody else. */
final class Machine {

  private Machine() {}

  static String hardware() {
    return String.format(
        Locale.ROOT,
        "%s %s %s, %d cores%s%s",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        inBrackets(field("/proc/cpuinfo", "model name")),
        memory());
  }

  /** The three load averages, or nothing where there is no {@code /proc}. */
  static String load() {
    var fields = read("/proc/loadavg").split(" ");
    return fields.length < 3
        ? "not known"
        : String.join(" ", fields[0], fields[1], fields[2]) + " (1, 5, 15 min)";
  }

  static String versions(DatabaseAccess database) {
    return String.format(
        Locale.ROOT,
        "JDK %s here; Kafka clients %s; PostgreSQL %s",
        Runtime.version(),
        AppInfoParser.getVersion(),
        setting(database, "server_version"));
  }

  static String durability(DatabaseAccess database) {
    return String.format(
        Locale.ROOT,
        "fsync %s, synchronous_commit %s; acks=all, idempotent",
        setting(database, "fsync"),
        setting(database, "synchronous_commit"));
  }

  private static String setting(DatabaseAccess database, String name) {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("show " + name)) {
      return rows.next() ? rows.getString(1) : "not known";
    } catch (SQLException e) {
      return "not known";
    }
  }

  private static String memory() {
    var kilobytes = field("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return kilobytes.isEmpty()
        ? ""
        : String.format(Locale.ROOT, ", %.0f GiB", Long.parseLong(kilobytes) / 1048576.0);
  }

  private static String field(String file, String name) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .orElse("");
  }

  private static String inBrackets(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException noSuchSystem) {
      return "";
    }
  }
}
