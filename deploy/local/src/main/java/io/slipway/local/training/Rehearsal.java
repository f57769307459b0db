package io.slipway.local.training;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts several programs in one JVM, one after the other, each with its own jars in a class loader
 * of its own, and stays until it is told to end. What they load of the shared libraries is what an
 * AOT cache should have.
 */
public final class Rehearsal {

  private Rehearsal() {}

  /**
   * @param args a file that has, for each program, one line: its main class, its argument, and its
   *     jars, separated by tabs
   */
  public static void main(String[] args) throws Exception {
    try {
      for (var line : Files.readAllLines(Path.of(args[0]))) {
        var fields = List.of(line.split("\t"));
        start(fields.get(0), fields.get(1), fields.subList(2, fields.size()));
      }
    } catch (Exception failed) {
      failed.printStackTrace();
      Runtime.getRuntime().halt(1); // half a rehearsal is not worth a cache
    }
    Thread.currentThread().join();
  }

  /** The loader stays open, since the program goes on when its main method has returned. */
  private static void start(String mainClass, String argument, List<String> jars) throws Exception {
    var urls = new ArrayList<URL>();
    for (var jar : jars) {
      urls.add(Path.of(jar).toUri().toURL());
    }
    var loader =
        new URLClassLoader(mainClass, urls.toArray(URL[]::new), Rehearsal.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    loader
        .loadClass(mainClass)
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[] {argument});
  }
}
