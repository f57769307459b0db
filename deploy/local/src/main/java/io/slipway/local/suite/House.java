package io.slipway.local.suite;

import io.slipway.embedded.process.AotCache;
import io.slipway.embedded.process.Processes;
import io.slipway.local.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the build laid down to run from: {@code lib} with everybody's libraries, {@code own} with
 * our own shared jars, {@code services} with each service's own.
 *
 * <p>A service's class path has them in this order, because an AOT cache made for the beginning of
 * a class path fits every longer one: one cache of the libraries serves all five, and stays good
 * when our own code changes.
 */
public record House(Path folder) {

  /** The folder this very class runs from, or the one named by {@code -Dslipway.house}. */
  public static House locate() {
    var said = System.getProperty("slipway.house");
    if (said != null) {
      return new House(Path.of(said).toAbsolutePath());
    }
    try {
      var self = Path.of(House.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new House(
          Files.isRegularFile(self)
              ? self.resolve("../..").normalize()
              : self.resolveSibling("house")); // target/classes, in the reactor
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The examples of the source tree in which the build laid this down. */
  public Path examples() {
    return folder.resolve("../../../../examples").normalize();
  }

  /**
   * What is already loaded and linked of the libraries; there is such a cache once it has been
   * trained.
   */
  public AotCache cache() {
    return new AotCache(training(), "services", libraries());
  }

  /**
   * A service's class path as {@code java} reads it from a file, which keeps process listings
   * readable.
   */
  String classPathArguments(Service service) {
    var entries = new ArrayList<>(libraries());
    entries.addAll(ownOf(service));
    return arguments(entries);
  }

  /** The beginning of every service's class path, for which the cache is made. */
  String trainingArguments() {
    return arguments(libraries());
  }

  /** The rest of a service's class path. */
  List<Path> ownOf(Service service) {
    var jar = folder.resolve("services").resolve(service.id() + ".jar");
    if (!Files.exists(jar)) {
      throw new Complaint("The suite is not built: " + jar + " is not there.");
    }
    var entries = new ArrayList<>(jars("own"));
    entries.add(jar);
    return entries;
  }

  private List<Path> libraries() {
    var entries = new ArrayList<Path>();
    entries.add(training().resolve("slipway-training.jar"));
    entries.addAll(jars("lib"));
    return entries;
  }

  private List<Path> jars(String name) {
    try (var files = Files.list(folder.resolve(name))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The suite is not built: no " + folder.resolve(name), e);
    }
  }

  private static String arguments(List<Path> classPath) {
    return "-cp\n\"" + Processes.classPath(classPath).replace("\\", "\\\\") + "\"\n";
  }

  private Path training() {
    return folder.resolveSibling("training");
  }
}
