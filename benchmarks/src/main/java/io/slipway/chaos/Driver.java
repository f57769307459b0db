package io.slipway.chaos;

import io.slipway.bench.suite.Json;
import io.slipway.chaos.Persistence.Call;
import io.slipway.chaos.Violation.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks for runs at a steady rate, votes where votes are needed, and watches each to its end. */
final class Driver {

  private static final long LONGEST_THOUGHT = 2000;
  private static final long FIRST_PAUSE = 200;
  private static final long LONGEST_PAUSE = 3000;

  private final double rate;
  private final Wishes wishes;
  private final Persistence edge;
  private final Witness witness;
  private final Thread pacer;
  private final AtomicInteger watching = new AtomicInteger();
  private volatile boolean stopped;

  Driver(double rate, Wishes wishes, Persistence edge, Witness witness) {
    this.rate = rate;
    this.wishes = wishes;
    this.edge = edge;
    this.witness = witness;
    this.pacer = Thread.ofPlatform().name("chaos-driver").unstarted(this::drive);
  }

  void start() {
    pacer.start();
  }

  /** Asks for no more; what was asked for goes on. */
  void stop() throws InterruptedException {
    stopped = true;
    pacer.join();
  }

  private void drive() {
    var begin = System.nanoTime();
    for (long i = 0; !stopped; i++) {
      var due = begin + Math.round(i * 1e9 / rate);
      try {
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      } catch (InterruptedException e) {
        return;
      }
      var wish = wishes.next(System.nanoTime());
      watching.incrementAndGet();
      Thread.startVirtualThread(
          () -> {
            try {
              live(wish);
            } finally {
              watching.decrementAndGet();
            }
          });
    }
  }

  /** How many runs it has not seen to an end, and not given up either. */
  int watching() {
    return watching.get();
  }

  private void live(Wish wish) {
    try {
      var key = Map.of("Idempotency-Key", wish.token());
      var path = Actions.path(wish.plan());
      var reply = edge.send(Call.INVOKE, "POST", path, Actions.inputs(wish), key);
      if (reply.isEmpty()) {
        return; // never answered, so nothing was promised
      }
      var answer = reply.get().answer();
      if (!answer.ok() || answer.runId().isEmpty()) {
        witness.saw(Kind.REFUSED, wish.token(), "POST: " + answer.said());
        return;
      }
      wish.acceptedAs(answer.runId());
      if (wish.plan().asks()) {
        Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_THOUGHT));
        vote(wish, answer.runId());
      }
      watch(wish, answer.runId());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void vote(Wish wish, String run) throws InterruptedException {
    wish.voteSentAt(System.nanoTime());
    var vote = Json.object().put("status", wish.plan().vote());
    var path = Actions.RUNS + run + "/approval";
    var reply = edge.send(Call.VOTE, "PATCH", path, vote, Map.of());
    reply
        .filter(last -> !last.answer().ok() && !isAboutTheFirstAttempt(last))
        .ifPresent(last -> witness.saw(Kind.REFUSED, run, "vote: " + last.answer().said()));
  }

  /** The only voter is told that it has been decided: an attempt without an answer did that. */
  private static boolean isAboutTheFirstAttempt(Persistence.Reply last) {
    return last.inDoubt() && last.answer().status() == 409;
  }

  private void watch(Wish wish, String run) throws InterruptedException {
    for (var pause = FIRST_PAUSE; ; pause = Math.min(pause * 3 / 2, LONGEST_PAUSE)) {
      Thread.sleep(pause);
      var reply = edge.get(Actions.RUNS + run);
      if (reply.isEmpty()) {
        return;
      }
      var answer = reply.get().answer();
      if (!answer.ok()) {
        witness.saw(Kind.REFUSED, run, "read: " + answer.said());
        return;
      }
      if (StatusChange.ENDS.contains(answer.runStatus())) {
        wish.endedAs(answer.runStatus(), System.nanoTime());
        return;
      }
    }
  }
}
