package io.slipway.embedded;

import io.slipway.embedded.process.Launch;
import io.slipway.embedded.process.Launch.StopSignal;
import io.slipway.embedded.process.ManagedProcess;
import io.slipway.embedded.process.Processes;
import io.slipway.embedded.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL on loopback, with its data in a folder and one database, {@code slipway}.
 *
 * <p>Everyone signs in with a password (SCRAM); the superuser's is made at the first start and kept
 * in the folder.
 */
public final class PostgresServer implements Part {

  public static final String DATABASE = "slipway";
  public static final String SUPERUSER = "postgres";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final int port;
  private final String password;
  private @Nullable ManagedProcess process;

  /** Nothing happens before {@link #start()}. */
  public PostgresServer(Path folder, int port) {
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.password = SecretFile.password(this.folder.resolve("superuser.password"));
  }

  public static PostgresServer start(Path folder, int port) {
    var server = new PostgresServer(folder, port);
    server.start();
    return server;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public void start() {
    var home = PostgresBinaries.unpacked(Parts.locate());
    initialise(home);
    forgetAnotherProgramsPid();
    try {
      launch(home);
    } catch (StartFailed failed) {
      // After a kill -9 the last backends need a moment to notice that their postmaster is gone.
      if (!String.valueOf(failed.getMessage()).contains("shared memory block")) {
        throw failed;
      }
      launch(home);
    }
    createDatabase();
  }

  private void initialise(Path home) {
    if (Files.exists(data().resolve("PG_VERSION"))) {
      return;
    }
    removeHalfMadeData();
    var command = new ArrayList<>(unprivileged());
    command.addAll(
        List.of(
            home.resolve("bin/initdb").toString(),
            "--pgdata=" + data(),
            "--username=" + SUPERUSER,
            "--pwfile=" + folder.resolve("superuser.password"),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-sync",
            "--no-instructions"));
    var initdb = Processes.start(Launch.of("initdb", command, log()));
    if (initdb.onExit().thenApply(ManagedProcess::exitCode).join() != 0) {
      throw new StartFailed("initdb failed:\n" + initdb.logTail(), null);
    }
  }

  private void launch(Path home) {
    var command = new ArrayList<>(unprivileged());
    command.addAll(List.of(home.resolve("bin/postgres").toString(), "-D", data().toString()));
    settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    var started =
        Processes.start(Launch.of(name(), command, log()).stoppedBy(StopSignal.INT)); // "fast"
    process = started;
    started.awaitReady(
        () -> {
          try (var connection = connect("postgres")) {
            return connection.isValid(1);
          }
        },
        PATIENCE);
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("port", Integer.toString(port)),
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("unix_socket_directories", ""),
        Map.entry("max_connections", "100"),
        Map.entry("shared_buffers", "64MB"),
        Map.entry("max_wal_size", "512MB"),
        Map.entry("password_encryption", "scram-sha-256"),
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"),
        Map.entry("lc_messages", "C"),
        Map.entry("max_parallel_workers", "2"),
        Map.entry("autovacuum_naptime", "20s"),
        Map.entry("log_line_prefix", "%m [%p] %q%u "));
  }

  /**
   * PostgreSQL refuses to run as root. In a user namespace without a mapping root is nobody in
   * particular, and still the owner of its files outside.
   */
  private static List<String> unprivileged() {
    return System.getProperty("user.name").equals("root")
        ? List.of("unshare", "--user")
        : List.of();
  }

  /**
   * The pid in a leftover lock file may since have become somebody else's, which PostgreSQL cannot
   * tell.
   */
  private void forgetAnotherProgramsPid() {
    var lock = data().resolve("postmaster.pid");
    try {
      if (Files.exists(lock)) {
        var pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        var command = ProcessHandle.of(pid).flatMap(handle -> handle.info().command());
        if (command.isPresent() && !command.get().endsWith("/postgres")) {
          Files.delete(lock);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An initdb that was killed leaves a folder that the next one refuses. */
  private void removeHalfMadeData() {
    if (Files.exists(data())) {
      Folders.delete(data());
    }
  }

  private void createDatabase() {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'");
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Could not make the database " + DATABASE, e);
    }
  }

  /**
   * Makes a role and a schema of the same name that it owns and works in, with this password.
   * Repeated, it changes at most the password.
   */
  public void ensureOwner(String schema, String password) {
    Owners.ensure(this, schema, password);
  }

  @Override
  public ManagedProcess process() {
    return Objects.requireNonNull(process, "not started");
  }

  @Override
  public void stop(Duration grace) {
    if (process != null) {
      process.stop(grace);
    }
  }

  public int port() {
    return port;
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  public String r2dbcUrl() {
    return "r2dbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  public String superuserPassword() {
    return password;
  }

  /** A connection of the superuser to {@link #DATABASE}. */
  public Connection connect() throws SQLException {
    return connect(DATABASE);
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=2",
        SUPERUSER,
        password);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("postgresql.log");
  }
}
