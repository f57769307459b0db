package io.slipway.embedded;

import io.slipway.embedded.process.AotCache;
import java.util.ArrayList;
import java.util.List;

/** Whether a JVM part is wanted for long or at once. */
public enum Pace {

  /** Compiles well what it does often. */
  LASTING,

  /** Starts fast, for tests; the first of them trains the cache that makes the others fast. */
  QUICK;

  List<String> options(AotCache cache) {
    var options = new ArrayList<String>();
    options.add("-XX:+UseSerialGC");
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("--sun-misc-unsafe-memory-access=allow");
    switch (this) {
      case LASTING -> options.addAll(cache.use());
      case QUICK -> {
        options.addAll(cache.useOrTrain());
        if (!cache.isTraining()) {
          options.add("-XX:TieredStopAtLevel=1");
        }
      }
    }
    return options;
  }
}
