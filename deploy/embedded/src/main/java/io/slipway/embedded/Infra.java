package io.slipway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A database, a broker and a registry that belong together, started side by side.
 *
 * <p>Tests call {@link #startShared()}: one set per JVM, on free ports, in a folder that goes with
 * the JVM.
 */
public final class Infra implements AutoCloseable {

  private static final String TEMPORARY = "slipway-infra-";

  private final PostgresServer postgres;
  private final KafkaBroker broker;
  private final SchemaRegistry registry;

  private Infra(Path folder) {
    postgres = new PostgresServer(folder.resolve("postgresql"), FreePorts.take(1).getFirst());
    broker = new KafkaBroker(folder.resolve("kafka"), KafkaBroker.Ports.free(), Pace.QUICK);
    registry =
        new SchemaRegistry(
            folder.resolve("registry"), SchemaRegistry.Ports.free(), postgres, Pace.QUICK);
  }

  private static final class Shared {
    static final Infra INFRA = temporary();
  }

  /** The set that all tests of this JVM share; the first call starts it. */
  public static Infra startShared() {
    return Shared.INFRA;
  }

  /** A set of its own in a temporary folder, for a test that kills what others need. */
  public static Infra temporary() {
    sweep();
    try {
      var folder = Files.createTempDirectory(TEMPORARY + ProcessHandle.current().pid() + "-");
      var infra = new Infra(folder);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    infra.close();
                    Folders.delete(folder);
                  },
                  "infra-shutdown"));
      infra.startAll();
      return infra;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JVM that was killed could not take its folder along; its processes went by their leash. */
  private static void sweep() {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (var leftovers = Files.newDirectoryStream(temporary, TEMPORARY + "*")) {
      for (var folder : leftovers) {
        var pid = folder.getFileName().toString().substring(TEMPORARY.length()).split("-")[0];
        if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          Folders.delete(folder);
        }
      }
    } catch (IOException | UncheckedIOException | NumberFormatException notOurs) {
      // Tidying up is a courtesy; another test run may be doing the same at this moment.
    }
  }

  private void startAll() {
    var kafka = CompletableFuture.runAsync(broker::start, Thread::startVirtualThread);
    var stored =
        CompletableFuture.runAsync(
            () -> {
              postgres.start();
              registry.start();
            },
            Thread::startVirtualThread);
    try {
      CompletableFuture.allOf(kafka, stored).join();
    } catch (CompletionException failed) {
      close();
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public KafkaBroker broker() {
    return broker;
  }

  public SchemaRegistry registry() {
    return registry;
  }

  public String jdbcUrl() {
    return postgres.jdbcUrl();
  }

  public String r2dbcUrl() {
    return postgres.r2dbcUrl();
  }

  /** Bootstrap address of the services' listener. */
  public String bootstrap() {
    return broker.internalBootstrap();
  }

  /** Bootstrap address of the agents' listener. */
  public String agentsBootstrap() {
    return broker.agentsBootstrap();
  }

  public Map<String, Object> adminProperties() {
    return broker.adminProperties();
  }

  public String registryUrl() {
    return registry.url();
  }

  /**
   * What a Spring service needs to use this set, in its own schema, except what its own module
   * decides.
   */
  public Map<String, String> springProperties(String schema, String password) {
    postgres.ensureOwner(schema, password);
    return Map.ofEntries(
        Map.entry("spring.r2dbc.url", r2dbcUrl()),
        Map.entry("spring.r2dbc.username", schema),
        Map.entry("spring.r2dbc.password", password),
        Map.entry("spring.flyway.url", jdbcUrl()),
        Map.entry("spring.flyway.user", schema),
        Map.entry("spring.flyway.password", password),
        Map.entry("spring.kafka.bootstrap-servers", bootstrap()),
        Map.entry("spring.kafka.security.protocol", "SASL_PLAINTEXT"),
        Map.entry("spring.kafka.properties.sasl.mechanism", "SCRAM-SHA-512"),
        Map.entry(
            "spring.kafka.properties.sasl.jaas.config",
            KafkaBroker.scramJaas(KafkaBroker.SUPERUSER, broker.superuserPassword())),
        Map.entry("slipway.registry.url", registryUrl()));
  }

  /** Ends all three, the database last, since the registry stands on it. */
  @Override
  public void close() {
    var grace = Duration.ofSeconds(5);
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> registry.stop(grace), Thread::startVirtualThread),
            CompletableFuture.runAsync(() -> broker.stop(grace), Thread::startVirtualThread))
        .join();
    postgres.stop(grace);
  }
}
