package io.slipway.embedded;

import io.slipway.embedded.process.AotCache;
import io.slipway.embedded.process.Launch;
import io.slipway.embedded.process.ManagedProcess;
import io.slipway.embedded.process.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * A real KRaft broker on loopback with two doors: {@code INTERNAL} for the services (SCRAM-SHA-512)
 * and {@code AGENTS} for the organisations' clients (SCRAM-SHA-512, and PLAIN checked against
 * {@link #plainUsersFile()}). What no ACL allows is denied, to everyone but {@link #SUPERUSER}.
 */
public final class KafkaBroker implements Part {

  public static final String SUPERUSER = "slipway";

  /** Seconds that one question to the broker may take while it starts. */
  private static final long QUESTION = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String JAAS =
      "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";";

  /**
   * Where it listens. They are the broker's address in its clients' eyes, so they must not change.
   */
  public record Ports(int internal, int agents, int controller) {

    public static Ports free() {
      var ports = FreePorts.take(3);
      return new Ports(ports.get(0), ports.get(1), ports.get(2));
    }
  }

  /** How a client proves who it is. */
  public enum Mechanism {
    SCRAM("SCRAM-SHA-512", "scram.ScramLoginModule"),
    PLAIN("PLAIN", "plain.PlainLoginModule");

    private final String sasl;
    private final String module;

    Mechanism(String sasl, String module) {
      this.sasl = sasl;
      this.module = module;
    }
  }

  private final Path folder;
  private final Ports ports;
  private final Pace pace;
  private final String password;
  private final JvmRun run = new JvmRun();

  /** Nothing happens before {@link #start()}. */
  public KafkaBroker(Path folder, Ports ports) {
    this(folder, ports, Pace.LASTING);
  }

  KafkaBroker(Path folder, Ports ports, Pace pace) {
    this.folder = folder.toAbsolutePath();
    this.ports = ports;
    this.pace = pace;
    this.password = SecretFile.password(this.folder.resolve("superuser.password"));
  }

  public static KafkaBroker start(Path folder, Ports ports) {
    var broker = new KafkaBroker(folder, ports);
    broker.start();
    return broker;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public void start() {
    var log = folder.resolve("log");
    var properties = folder.resolve("server.properties");
    SecretFile.write(properties, new BrokerSettings(ports, log, plainUsersFile(), password).text());
    var parts = Parts.locate();
    var classPath = parts.kafkaClassPath();
    var cache = new AotCache(parts.folder(), name(), classPath);
    var command = new ArrayList<>(List.of(Processes.java(), "-Xmx384m"));
    command.addAll(pace.options(cache));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-cp",
            Processes.classPath(classPath),
            "io.slipway.embedded.broker.BrokerMain",
            properties.toString(),
            log.toString(),
            clusterId(),
            SUPERUSER));
    var launch =
        Launch.of(name(), command, folder.resolve("kafka.log"))
            .with(Map.of("SLIPWAY_BROKER_PASSWORD", password));
    var started = run.start(launch, cache);
    // An Admin complains in the log about every refused connection, so wait for the port first.
    started.awaitReady(() -> listens(ports.agents()), PATIENCE);
    var admin = Admin.create(adminProperties());
    try {
      started.awaitReady(
          () -> !admin.describeCluster().nodes().get(QUESTION, TimeUnit.SECONDS).isEmpty(),
          PATIENCE);
    } finally {
      // A broker that dies now leaves a question open, for which close() would wait a minute.
      admin.close(Duration.ZERO);
    }
    run.isReady();
  }

  private String clusterId() {
    var id = UUID.nameUUIDFromBytes(password.getBytes(StandardCharsets.UTF_8));
    var bytes = ByteBuffer.allocate(16);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static boolean listens(int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
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

  /** For the services. */
  public String internalBootstrap() {
    return "127.0.0.1:" + ports.internal();
  }

  /** For the organisations' agents. */
  public String agentsBootstrap() {
    return "127.0.0.1:" + ports.agents();
  }

  public String superuserPassword() {
    return password;
  }

  /**
   * Who may use PLAIN on the agents' listener; see {@link io.slipway.embedded.broker.PlainUsers}
   * for its format.
   */
  public Path plainUsersFile() {
    return folder.resolve("plain-users");
  }

  /**
   * What an {@link Admin}, producer or consumer of the super user needs, on the services' listener.
   */
  public Map<String, Object> adminProperties() {
    return client(internalBootstrap(), Mechanism.SCRAM, SUPERUSER, password);
  }

  /** What a client of an organisation needs, on the agents' listener. */
  public Map<String, Object> agentProperties(Mechanism mechanism, String user, String password) {
    return client(agentsBootstrap(), mechanism, user, password);
  }

  /** The JAAS line of a SCRAM user, as {@code sasl.jaas.config} wants it. */
  public static String scramJaas(String user, String password) {
    return JAAS.formatted(Mechanism.SCRAM.module, user, password);
  }

  private static Map<String, Object> client(
      String bootstrap, Mechanism mechanism, String user, String password) {
    return Map.of(
        "bootstrap.servers",
        bootstrap,
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        mechanism.sasl,
        "sasl.jaas.config",
        JAAS.formatted(mechanism.module, user, password));
  }
}
