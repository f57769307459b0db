package io.slipway.chaos;

import io.slipway.bench.suite.Answer;
import io.slipway.bench.suite.Edge;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client as it should be: what a server in trouble may say, and a connection that breaks, are
 * tried again, with pauses that grow; any other answer is final.
 */
final class Persistence {

  /** What is tried; the words are for the report. */
  enum Call {
    INVOKE("POST of a run"),
    VOTE("vote"),
    REPORT("report"),
    READ("read");

    private final String words;

    Call(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * A final answer.
   *
   * @param inDoubt an earlier attempt may have been done, although its answer did not say so
   */
  record Reply(Answer answer, boolean inDoubt) {}

  private static final long FIRST_PAUSE = 100;
  private static final long LONGEST_PAUSE = 5000;

  /** Thousands that come back at once would hold down whoever has just got up. */
  private static final int AT_ONCE = 64;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Map<String, LongAdder> causes = new ConcurrentHashMap<>();
  private final Edge edge;
  private final Deadline deadline;
  private final AtomicLongArray retries = new AtomicLongArray(Call.values().length);

  Persistence(Edge edge, Deadline deadline) {
    this.edge = edge;
    this.deadline = deadline;
  }

  /** Empty when the deadline came first. */
  Optional<Reply> get(String path) throws InterruptedException {
    return send(Call.READ, "GET", path, null, Map.of());
  }

  Optional<Reply> send(
      Call call, String method, String path, @Nullable JsonNode body, Map<String, String> headers)
      throws InterruptedException {
    var inDoubt = false;
    for (var pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      var wait = Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause / 2, pause));
      try {
        var answer = inTurn(method, path, body, headers);
        if (!isWorthAnotherTry(call, answer)) {
          return Optional.of(new Reply(answer, inDoubt));
        }
        inDoubt |= answer.status() >= 500;
        wait = longer(wait, answer.retryAfter());
        because("HTTP " + answer.status());
      } catch (ConnectException nobodyThere) {
        because("nobody there"); // so nothing can have been done
      } catch (HttpTimeoutException silence) {
        inDoubt = true;
        because("no answer in time");
      } catch (IOException broken) {
        inDoubt = true;
        because("connection broken");
      }
      if (deadline.isPast()) {
        return Optional.empty();
      }
      retries.incrementAndGet(call.ordinal());
      Thread.sleep(wait);
    }
  }

  private Answer inTurn(
      String method, String path, @Nullable JsonNode body, Map<String, String> headers)
      throws IOException, InterruptedException {
    turns.acquire();
    try {
      return edge.send(method, path, body, headers);
    } finally {
      turns.release();
    }
  }

  private void because(String cause) {
    causes.computeIfAbsent(cause, _ -> new LongAdder()).increment();
  }

  /** A conflict over an Idempotency-Key means that the first attempt is still at work. */
  private static boolean isWorthAnotherTry(Call call, Answer answer) {
    return answer.status() >= 500
        || answer.status() == 429
        || (call == Call.INVOKE && answer.status() == 409);
  }

  private static Duration longer(Duration wait, Optional<Duration> asked) {
    return asked
        .filter(time -> time.compareTo(wait) > 0)
        .map(time -> time.toMillis() > LONGEST_PAUSE ? Duration.ofMillis(LONGEST_PAUSE) : time)
        .orElse(wait);
  }

  /** Why something was tried again, and how often. */
  SortedMap<String, Long> causes() {
    var sums = new TreeMap<String, Long>();
    causes.forEach((cause, count) -> sums.put(cause, count.sum()));
    return sums;
  }

  long retries(Call call) {
    return retries.get(call.ordinal());
  }
}
