package io.slipway.local.suite;

import io.slipway.embedded.Part;
import io.slipway.embedded.SecretFile;
import io.slipway.embedded.process.AotCache;
import io.slipway.embedded.process.Launch;
import io.slipway.embedded.process.ManagedProcess;
import io.slipway.embedded.process.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All five services in one JVM that writes down what they load; see {@link
 * io.slipway.local.training.Rehearsal}.
 */
final class RehearsalPart implements Part {

  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final Duration WRITING = Duration.ofSeconds(180);

  private final House house;
  private final ServiceConfiguration configuration;
  private final AotCache cache;
  private @Nullable ManagedProcess process;
  private boolean ready;

  RehearsalPart(House house, ServiceConfiguration configuration) {
    this.house = house;
    this.configuration = configuration;
    this.cache = house.cache();
  }

  @Override
  public String name() {
    return "rehearsal";
  }

  @Override
  public void start() {
    var config = configuration.data().config();
    var programs = new ArrayList<String>();
    for (var service : Service.values()) {
      var properties = config.resolve(service.id() + ".properties");
      SecretFile.write(properties, configuration.text(service));
      var location = "--spring.config.additional-location=file:" + properties;
      programs.add(
          Stream.concat(
                  Stream.of(service.mainClass(), location),
                  house.ownOf(service).stream().map(Object::toString))
              .collect(Collectors.joining("\t")));
    }
    SecretFile.write(config.resolve("programs"), String.join("\n", programs) + "\n");
    SecretFile.write(config.resolve("rehearsal.classpath"), house.trainingArguments());
    var command = new ArrayList<>(List.of(Processes.java(), "-Xmx640m", "-XX:+UseSerialGC"));
    command.addAll(cache.useOrTrain());
    command.addAll(
        List.of(
            "-Dreactor.netty.native=false",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "@" + config.resolve("rehearsal.classpath"),
            "io.slipway.local.training.Rehearsal",
            config.resolve("programs").toString()));
    var log = configuration.data().logs().resolve("rehearsal.log");
    var started = Processes.start(Launch.of(name(), command, log));
    process = started;
    for (var service : Service.values()) {
      Readiness.await(started, configuration.addresses().managementPort(service), PATIENCE);
    }
    ready = true;
  }

  @Override
  public ManagedProcess process() {
    return Objects.requireNonNull(process, "not started");
  }

  /** The cache is written when the JVM has ended all five, so this takes its time. */
  @Override
  public void stop(Duration grace) {
    if (process != null) {
      process.stop(WRITING);
      cache.finish(ready);
    }
  }
}
