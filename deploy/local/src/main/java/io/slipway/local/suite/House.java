package io.slipway.local.suite;

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
 * What the build laid down to run from: {@code lib} with everything that services share, {@code
 * services} with each one's own jar.
 *
 * <p>A service's jar comes last on its class path: an AOT cache made from the shared part alone
 * fits all five.
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

  /** The shared libraries, always in the same order. */
  public List<Path> libraries() {
    try (var files = Files.list(folder.resolve("lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The suite is not built: no " + folder.resolve("lib"), e);
    }
  }

  public Path jarOf(Service service) {
    return folder.resolve("services").resolve(service.id() + ".jar");
  }

  /** As {@code java} understands it in an argument file, which keeps process listings readable. */
  public String classPathArguments(Service service) {
    var jar = jarOf(service);
    if (!Files.exists(jar)) {
      throw new Complaint("The suite is not built: " + jar + " is not there.");
    }
    var entries = new ArrayList<>(libraries());
    entries.add(jar);
    return "-cp\n\"" + Processes.classPath(entries).replace("\\", "\\\\") + "\"\n";
  }

  /**
   * The JVM's archive of loaded and linked classes; there is one when the build has trained one.
   */
  public Path aotCache() {
    return folder.resolve("services.aot");
  }
}
