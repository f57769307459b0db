package io.slipway.bench;

import io.slipway.bench.suite.Answer;
import io.slipway.bench.suite.Edge;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends lives when they are due and sees each through to its end. */
final class Load {

  /** The agent's first look after its report, and how it grows while SUCCESS is not there yet. */
  private static final long FIRST_PAUSE = 2_000_000;

  private static final long LONGEST_PAUSE = 50_000_000;

  /**
   * When this many seconds of arrivals are open, the suite cannot keep up, and more prove nothing.
   */
  private static final int SECONDS_BEHIND = 10;

  private final Edge edge;
  private final Reporter reporter;
  private final Lives lives;
  private final Duration patience;

  Load(Edge edge, Reporter reporter, Lives lives, Duration patience) {
    this.edge = edge;
    this.reporter = reporter;
    this.lives = lives;
    this.patience = patience;
  }

  /** One step; it returns when all its lives have ended, or when none has for too long. */
  Step run(int rate, Duration window, Schedule schedule) {
    var sent = new ArrayList<Life>(schedule.count());
    var begin = System.nanoTime() + 10_000_000;
    for (var offset : schedule.offsets()) {
      if (lives.open() > SECONDS_BEHIND * rate || !Pace.until(begin + offset)) {
        break;
      }
      var life = lives.begin(begin + offset);
      sent.add(life);
      Thread.startVirtualThread(() -> invoke(life));
    }
    var sending = sent.size() < schedule.count() ? since(begin) : window;
    awaitEnd(sent);
    return new Step(rate, sending, begin, schedule.count(), sent);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(Math.max(1, System.nanoTime() - begin));
  }

  /** Being slow is no loss, so it waits for as long as now and then one of them ends. */
  private void awaitEnd(List<Life> sent) {
    var open = lives.open();
    var giveUp = System.nanoTime() + patience.toNanos();
    while (open > 0 && giveUp - System.nanoTime() > 0 && Pace.rest(10_000_000)) {
      if (lives.open() < open) {
        open = lives.open();
        giveUp = System.nanoTime() + patience.toNanos();
      }
    }
    sent.forEach(lives::forget);
  }

  private void invoke(Life life) {
    try {
      var answer = edge.post(BenchAction.path(), BenchAction.inputs(life));
      if (answer.ok()) {
        life.answeredAt(System.nanoTime());
      } else {
        notTaken(life, answer);
      }
    } catch (HttpTimeoutException e) {
      life.refuse("POST got no answer in time");
    } catch (IOException e) {
      life.fail("POST: " + e);
    }
  }

  /** A server that is full may say so; what it says besides is an error. */
  private void notTaken(Life life, Answer answer) {
    if (answer.status() == 429 || answer.status() == 503) {
      life.refuse(answer.said());
      lives.end(life);
    } else {
      life.fail("POST: " + answer.said());
    }
  }

  /** What the agent does when it has heard of a life. */
  void work(Life life, String runId) {
    try {
      reporter.success(runId);
      life.reportedAt(System.nanoTime());
      watch(life, runId);
    } catch (IOException e) {
      life.fail("agent: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch(Life life, String runId) throws IOException {
    var pause = FIRST_PAUSE;
    do {
      var answer = edge.get(BenchAction.RUNS + runId);
      if (answer.runStatus().equals("SUCCESS")) {
        life.visibleAt(System.nanoTime());
        lives.end(life);
        return;
      }
      if (answer.runStatus().equals("FAILURE") || answer.status() / 100 == 4) {
        life.fail("read: " + answer.said() + " " + answer.runStatus());
        return;
      }
      Pace.rest(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    } while (!life.isOver());
  }
}
