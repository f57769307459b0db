package io.slipway.local.suite;

import io.slipway.embedded.Part;
import io.slipway.embedded.SecretFile;
import io.slipway.embedded.process.Launch;
import io.slipway.embedded.process.ManagedProcess;
import io.slipway.embedded.process.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One service as a process of its own. */
final class ServicePart implements Part {

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  /**
   * The first compiler alone starts fast and keeps five JVMs small; SLIPWAY_SERVICE_OPTS says
   * otherwise.
   */
  private static final String OPTIONS = "-XX:+UseSerialGC -Xmx192m -XX:TieredStopAtLevel=1";

  private final Service service;
  private final House house;
  private final ServiceConfiguration configuration;
  private @Nullable ManagedProcess process;

  ServicePart(Service service, House house, ServiceConfiguration configuration) {
    this.service = service;
    this.house = house;
    this.configuration = configuration;
  }

  @Override
  public String name() {
    return service.id();
  }

  @Override
  public void start() {
    var data = configuration.data();
    var properties = data.config().resolve(service.id() + ".properties");
    var classPath = data.config().resolve(service.id() + ".classpath");
    SecretFile.write(properties, configuration.text(service));
    SecretFile.write(classPath, house.classPathArguments(service));
    var command = new ArrayList<String>();
    command.add(Processes.java());
    command.addAll(options());
    command.addAll(house.cache().use());
    command.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-Dreactor.netty.native=false",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "@" + classPath,
            service.mainClass(),
            "--spring.config.additional-location=file:" + properties));
    var started =
        Processes.start(Launch.of(name(), command, data.logs().resolve(service.id() + ".log")));
    process = started;
    Readiness.await(started, configuration.addresses().managementPort(service), PATIENCE);
  }

  private static List<String> options() {
    var said = Optional.ofNullable(System.getenv("SLIPWAY_SERVICE_OPTS")).orElse(OPTIONS);
    return List.of(said.strip().split("\\s+"));
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
}
