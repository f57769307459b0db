package io.slipway.events.wire;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A real Apicurio registry in a process of its own, which keeps its schemas in memory. */
final class RegistryProcess implements AutoCloseable {

  private static final Path HOME = Path.of("target", "registry");

  private final int port;
  private final Process process;

  private RegistryProcess(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  static RegistryProcess start() throws IOException {
    var port = freePort();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-jar",
                HOME.resolve("quarkus-run.jar").toString())
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "registry.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    var registry = new RegistryProcess(port, process);
    Awaitility.await("the registry answers; its words are in target/registry.log")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(registry::answers);
    return registry;
  }

  String url() {
    return "http://127.0.0.1:" + port + "/apis/registry/v3";
  }

  /** The answer to a plain GET in Confluent's API, as any program would ask. */
  String get(String path) throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7" + path);
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private boolean answers() throws IOException, InterruptedException {
    return get("/subjects").equals("[]");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
