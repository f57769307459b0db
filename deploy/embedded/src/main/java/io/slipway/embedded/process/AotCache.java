package io.slipway.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A JVM's ahead-of-time cache: the classes a program loads at its start, already loaded and linked.
 * It halves that start and more. A cache fits one class path and one JDK, so its name says which;
 * without one everything works, slower.
 *
 * <p>It is made by a training run, which ends some seconds later than it otherwise would.
 */
public final class AotCache {

  private final Path folder;
  private final String name;
  private final Path file;
  private @Nullable FileChannel training;
  private @Nullable Path output;

  /**
   * @param classPath all of it, in order, jars only
   */
  public AotCache(Path folder, String name, List<Path> classPath) {
    this.folder = folder;
    this.name = name;
    this.file = folder.resolve(name + "-" + fingerprint(classPath) + ".aot");
  }

  private static String fingerprint(List<Path> classPath) {
    var text = new StringBuilder(System.getProperty("java.vm.version"));
    text.append(System.getProperty("os.arch"));
    try {
      for (var entry : classPath) {
        text.append('\n').append(entry).append(' ').append(Files.size(entry));
        text.append(' ').append(Files.getLastModifiedTime(entry).toMillis());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(bytes).toString().substring(0, 13);
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /** The JVM's options to start with the cache, if there is one. */
  public List<String> use() {
    return exists() ? List.of("-XX:AOTCache=" + file) : List.of();
  }

  /**
   * The options to start with the cache or, where there is none and nobody else makes one, to make
   * it.
   */
  public synchronized List<String> useOrTrain() {
    if (exists() || training != null || !mayTrain()) {
      return use();
    }
    output = folder.resolve("." + name + "-" + ProcessHandle.current().pid() + ".aot");
    return List.of("-XX:AOTCacheOutput=" + output);
  }

  private boolean mayTrain() {
    var lock = folder.resolve("." + name + ".training");
    try {
      var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        return false;
      }
      training = channel;
      return true;
    } catch (IOException | OverlappingFileLockException e) {
      return false; // a cache is a convenience; a folder we may not write has none
    }
  }

  /**
   * Whether the run that was last started with our options makes the cache, and so needs time to
   * end.
   */
  public synchronized boolean isTraining() {
    return training != null;
  }

  /**
   * To be called when that run has ended.
   *
   * @param good whether it got as far as it should have: what it made then replaces older caches,
   *     else it is thrown away
   */
  public synchronized void finish(boolean good) {
    if (training == null || output == null) {
      return;
    }
    try (var _ = training) {
      if (good && Files.exists(output)) {
        try (var older = Files.newDirectoryStream(folder, name + "-*.aot")) {
          for (var cache : older) {
            Files.deleteIfExists(cache);
          }
        }
        Files.move(output, file, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.deleteIfExists(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      training = null;
      output = null;
    }
  }
}
