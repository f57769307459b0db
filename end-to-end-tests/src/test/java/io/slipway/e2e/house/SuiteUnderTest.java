package io.slipway.e2e.house;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The whole suite as {@code ./slipway up} starts it: a process that starts processes, in a data
 * directory of its own, with a real SMTP server to send its mails to. One for all journeys of this
 * JVM.
 */
public final class SuiteUnderTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path data;
  private final int port;
  private final Process process;
  private final Path log;
  private final MailServer mail;

  private SuiteUnderTest() throws IOException {
    data = Files.createTempDirectory("slipway-e2e-").resolve("data");
    port = freePort();
    mail = new MailServer(freePort());
    log = data.resolveSibling("up.log");
    process =
        cli("up", "--smtp-host", "127.0.0.1", "--smtp-port", Integer.toString(mail.port()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    await().atMost(PATIENCE).until(this::isReady);
  }

  private static final class Shared {
    static final SuiteUnderTest SUITE;

    static {
      try {
        SUITE = new SuiteUnderTest();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** The running suite; the first call starts it. */
  public static SuiteUnderTest start() {
    return Shared.SUITE;
  }

  private boolean isReady() throws IOException {
    var said = Files.readString(log);
    if (!process.isAlive()) {
      throw new IllegalStateException("the suite did not start:\n" + said);
    }
    return said.contains("Slipway is ready");
  }

  private ProcessBuilder cli(String command, String... arguments) {
    var house = house();
    List<String> line = new ArrayList<>();
    line.add(java());
    line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.add("-Dslipway.house=" + house);
    line.addAll(List.of("-cp", commandLine(house), "io.slipway.local.Slipway", command));
    line.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line);
  }

  /** What everything on the class path has in common. */
  static String commandLine(Path house) {
    return house.resolve("lib") + "/*:" + house.resolve("own") + "/*";
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Where the build laid the suite down. */
  static Path house() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var house = at.resolve("deploy/local/target/house");
      if (Files.isDirectory(house)) {
        return house;
      }
    }
    throw new IllegalStateException("the suite is not laid out: run ./slipway build");
  }

  /** The edge. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public Path data() {
    return data;
  }

  /** Where everybody's mail arrives. */
  public MailServer mail() {
    return mail;
  }

  /** The first organisation. */
  public Tenant firstOrganization() {
    return new Tenant(this, url(), Http.parse(read(data.resolve("credentials.json"))));
  }

  /** A new organisation, made as an operator makes it. */
  public Tenant newOrganization() {
    var id = "org_" + Texts.random(16);
    var printed = run("org", "create", id);
    return new Tenant(this, url(), lastJson(printed));
  }

  private static JsonNode lastJson(String printed) {
    return Http.parse(printed.substring(printed.indexOf('{')));
  }

  /** Runs a command of the command line to its end and returns what it printed. */
  public String run(String... words) {
    try {
      var house = house();
      List<String> line = new ArrayList<>();
      line.add(java());
      line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
      line.add("-Dslipway.house=" + house);
      line.addAll(List.of("-cp", commandLine(house), "io.slipway.local.Slipway"));
      line.addAll(List.of(words));
      line.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
      var ended = new ProcessBuilder(line).redirectErrorStream(true).start();
      var printed = new String(ended.getInputStream().readAllBytes());
      if (ended.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + " failed:\n" + printed);
      }
      return printed;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  /** What {@code up} told a service. */
  public Properties configuration(String service) {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(data.resolve("config/" + service + ".properties"))) {
      properties.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return properties;
  }

  /** The processes of a part of the suite, its children included. */
  public List<ProcessHandle> processes(String part) {
    return children()
        .filter(child -> isPart(child, part))
        .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
        .toList();
  }

  private Stream<ProcessHandle> children() {
    return process.descendants();
  }

  private boolean isPart(ProcessHandle child, String part) {
    try (var files = Files.walk(data)) {
      return files
          .filter(file -> file.getFileName().toString().equals(part + ".pid"))
          .map(SuiteUnderTest::read)
          .anyMatch(text -> text.strip().split("\\s+")[0].equals(Long.toString(child.pid())));
    } catch (IOException | UncheckedIOException failure) {
      return false;
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends a signal to processes. */
  public static void signal(String signal, List<ProcessHandle> processes) {
    for (var target : processes) {
      try {
        new ProcessBuilder("kill", "-" + signal, Long.toString(target.pid())).start().waitFor();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void stop() {
    process.destroy(); // as Ctrl-C does
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    mail.goAway();
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
