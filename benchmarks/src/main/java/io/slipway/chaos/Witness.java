package io.slipway.chaos;

import io.slipway.chaos.Violation.Kind;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Violations that whoever is at work has noticed on the way. */
final class Witness {

  private final Queue<Violation> seen = new ConcurrentLinkedQueue<>();

  void saw(Kind kind, String run, String detail) {
    seen.add(new Violation(kind, run, detail));
  }

  List<Violation> all() {
    return List.copyOf(seen);
  }
}
