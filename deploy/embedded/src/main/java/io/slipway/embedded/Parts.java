package io.slipway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The big parts that the build laid down beside the classes: the broker's jars, the registry,
 * PostgreSQL's binaries.
 *
 * <p>They are found by the system property {@code slipway.parts}, or by walking up from where this
 * class was loaded until a folder has {@code parts/kafka} or {@code
 * deploy/embedded/target/parts/kafka}. That holds in the reactor, in the local layout, and for
 * tests of any module.
 */
public record Parts(Path folder) {

  private static final String IN_THE_REACTOR = "deploy/embedded/target/parts";

  public static Parts locate() {
    var said = System.getProperty("slipway.parts");
    if (said != null) {
      return new Parts(Path.of(said).toAbsolutePath());
    }
    for (var start : List.of(codeSource(), Path.of("").toAbsolutePath())) {
      var found = above(start);
      if (found != null) {
        return new Parts(found);
      }
    }
    throw new IllegalStateException(
        "The embedded parts are not there. Build them with `mvn -pl deploy/embedded -am package -DskipTests`,"
            + " or name their folder with -Dslipway.parts=DIR.");
  }

  private static @Nullable Path above(Path start) {
    for (Path at = start; at != null; at = at.getParent()) {
      for (var name : List.of("parts", IN_THE_REACTOR)) {
        if (Files.isDirectory(at.resolve(name).resolve("kafka"))) {
          return at.resolve(name);
        }
      }
    }
    return null;
  }

  private static Path codeSource() {
    try {
      return Path.of(Parts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The broker's class path, among it a jar with {@code io.slipway.embedded.broker}. */
  List<Path> kafkaClassPath() {
    return list(folder.resolve("kafka"));
  }

  Path registryFolder() {
    return folder.resolve("registry");
  }

  /** The jar with PostgreSQL for this machine. */
  Path postgresJar() {
    return list(folder.resolve("postgres")).stream()
        .filter(file -> file.toString().endsWith(".jar"))
        .reduce((_, last) -> last)
        .orElseThrow(() -> new IllegalStateException("No PostgreSQL in " + folder));
  }

  private static List<Path> list(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
