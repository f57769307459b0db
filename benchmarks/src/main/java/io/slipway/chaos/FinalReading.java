package io.slipway.chaos;

import io.slipway.chaos.Violation.Kind;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;

/** Asks the API once more about every accepted run, when all is quiet. */
final class FinalReading {

  private static final int AT_ONCE = 8;

  private final Persistence edge;
  private final Witness witness;

  FinalReading(Persistence edge, Witness witness) {
    this.edge = edge;
    this.witness = witness;
  }

  void run(Wishes wishes) throws InterruptedException {
    var turns = new Semaphore(AT_ONCE);
    var threads = new ArrayList<Thread>();
    for (var wish : wishes.all()) {
      var run = wish.runId();
      if (run != null) {
        turns.acquire();
        threads.add(
            Thread.startVirtualThread(
                () -> {
                  read(wish, run);
                  turns.release();
                }));
      }
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private void read(Wish wish, String run) {
    try {
      var reply = edge.get(Actions.RUNS + run);
      if (reply.isEmpty()) {
        witness.saw(Kind.UNREADABLE, run, "the API did not answer");
      } else if (reply.get().answer().ok()) {
        wish.finallyIs(reply.get().answer().runStatus());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
