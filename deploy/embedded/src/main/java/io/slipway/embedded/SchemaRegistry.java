package io.slipway.embedded;

import io.slipway.embedded.process.AotCache;
import io.slipway.embedded.process.Launch;
import io.slipway.embedded.process.ManagedProcess;
import io.slipway.embedded.process.Processes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real schema registry (Apicurio, with the Confluent API beside its own) that keeps its schemas
 * in a PostgreSQL.
 */
public final class SchemaRegistry implements Part {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String OWNER = "registry";

  /** Where it listens: its API, and its health on a port of its own. */
  public record Ports(int api, int health) {

    public static Ports free() {
      var ports = FreePorts.take(2);
      return new Ports(ports.get(0), ports.get(1));
    }
  }

  private final Path folder;
  private final Ports ports;
  private final PostgresServer postgres;
  private final Pace pace;
  private final JvmRun run = new JvmRun();

  /** Nothing happens before {@link #start()}; then the database must run. */
  public SchemaRegistry(Path folder, Ports ports, PostgresServer postgres) {
    this(folder, ports, postgres, Pace.LASTING);
  }

  SchemaRegistry(Path folder, Ports ports, PostgresServer postgres, Pace pace) {
    this.folder = folder.toAbsolutePath();
    this.ports = ports;
    this.postgres = postgres;
    this.pace = pace;
  }

  public static SchemaRegistry start(Path folder, Ports ports, PostgresServer postgres) {
    var registry = new SchemaRegistry(folder, ports, postgres);
    registry.start();
    return registry;
  }

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public void start() {
    var password = SecretFile.password(folder.resolve("database.password"));
    postgres.ensureOwner(OWNER, password);
    var parts = Parts.locate();
    var jar = parts.registryFolder().resolve("quarkus-run.jar");
    var cache = new AotCache(parts.folder(), name(), List.of(jar));
    var command = new ArrayList<>(List.of(Processes.java(), "-Xmx192m"));
    command.addAll(pace.options(cache));
    command.addAll(settings());
    command.addAll(List.of("-jar", jar.toString()));
    var launch =
        Launch.of(name(), command, folder.resolve("registry.log"))
            .with(Map.of("APICURIO_DATASOURCE_PASSWORD", password));
    var started = run.start(launch, cache);
    awaitReady(started);
    run.isReady();
  }

  private List<String> settings() {
    return List.of(
        "-Dquarkus.http.host=127.0.0.1",
        "-Dquarkus.http.port=" + ports.api(),
        "-Dquarkus.management.host=127.0.0.1",
        "-Dquarkus.management.port=" + ports.health(),
        "-Dquarkus.http.access-log.enabled=false",
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Dapicurio.storage.kind=sql",
        "-Dapicurio.storage.sql.kind=postgresql",
        "-Dapicurio.datasource.url=" + postgres.jdbcUrl(),
        "-Dapicurio.datasource.username=" + OWNER,
        "-Dapicurio.datasource.jdbc.initial-size=1",
        "-Dapicurio.datasource.jdbc.min-size=1",
        "-Dapicurio.datasource.jdbc.max-size=6");
  }

  private void awaitReady(ManagedProcess started) {
    var ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.health() + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      started.awaitReady(
          () -> http.send(ready, BodyHandlers.discarding()).statusCode() == 200, PATIENCE);
    }
  }

  @Override
  public ManagedProcess process() {
    return run.process();
  }

  @Override
  public void stop(Duration grace) {
    run.stop(grace);
  }

  /** Its own API, which the serialisers use. */
  public String url() {
    return "http://127.0.0.1:" + ports.api() + "/apis/registry/v3";
  }

  /** The API that speaks as Confluent's does. */
  public String ccompatUrl() {
    return "http://127.0.0.1:" + ports.api() + "/apis/ccompat/v7";
  }
}
