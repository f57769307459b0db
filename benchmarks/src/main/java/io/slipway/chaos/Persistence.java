package io.slipway.chaos;

import io.slipway.bench.suite.Answer;
import io.slipway.bench.suite.Edge;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;
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
  private static final long LONGEST_PAUSE = 2000;

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
        var answer = edge.send(method, path, body, headers);
        if (!isWorthAnotherTry(call, answer)) {
          return Optional.of(new Reply(answer, inDoubt));
        }
        inDoubt |= answer.status() >= 500;
        wait = longer(wait, answer.retryAfter());
      } catch (ConnectException nobodyThere) {
        // nothing can have been done
      } catch (IOException broken) {
        inDoubt = true;
      }
      if (deadline.isPast()) {
        return Optional.empty();
      }
      retries.incrementAndGet(call.ordinal());
      Thread.sleep(wait);
    }
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

  long retries(Call call) {
    return retries.get(call.ordinal());
  }
}
