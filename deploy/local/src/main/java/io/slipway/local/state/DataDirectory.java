package io.slipway.local.state;

import io.slipway.embedded.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds all state of a local suite, and the names of what is in it. */
public record DataDirectory(Path root) {

  public DataDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /** Makes the folder if there is none, readable by its owner only. */
  public DataDirectory create() {
    try {
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root.getParent());
        Files.createDirectory(
            root,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      for (var folder : new Path[] {secrets(), config(), logs(), mail()}) {
        Files.createDirectories(folder);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not make the data directory " + root, e);
    }
  }

  public Path lock() {
    return root.resolve("lock");
  }

  /** Which process is {@code up} here. */
  public Path holder() {
    return root.resolve("up.pid");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  public Path ports() {
    return root.resolve("ports.json");
  }

  public Path credentials() {
    return root.resolve("credentials.json");
  }

  /** The credentials of the organisation that only the probe uses. */
  public Path probe() {
    return root.resolve("probe.json");
  }

  public Path postgres() {
    return root.resolve("postgresql");
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path registry() {
    return root.resolve("registry");
  }

  /**
   * Remembers the process of a part or service, by its name: {@code kafka}, {@code
   * run-orchestrator}, …
   */
  public PidFile pidFile(String name) {
    var folder =
        switch (name) {
          case "postgresql" -> postgres();
          case "kafka" -> kafka();
          case "registry" -> registry();
          default -> logs();
        };
    return new PidFile(folder.resolve(name + ".pid"));
  }

  public Path config() {
    return root.resolve("config");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /** Where mails are kept as files while no SMTP server is configured. */
  public Path mail() {
    return root.resolve("mail");
  }
}
