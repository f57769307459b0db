package io.slipway.local.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/** What {@code up} says while it works: one line a step, with the seconds it took. */
public final class Progress {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final PrintStream out;
  private final Instant begin = Instant.now();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Does one step. It answers with what is worth knowing about it. */
  void step(String name, Callable<String> work) {
    var from = Instant.now();
    out.printf("  %-13s … ", name);
    out.flush();
    try {
      var said = work.call();
      out.printf("%s (%s)%n", said, seconds(from));
    } catch (Exception failed) {
      out.println("failed");
      throw unwrapped(failed);
    }
  }

  private static RuntimeException unwrapped(Exception failed) {
    return switch (failed) {
      case CompletionException e when e.getCause() instanceof RuntimeException cause -> cause;
      case RuntimeException e -> e;
      default -> new IllegalStateException(failed);
    };
  }

  /** Says something that happened by itself, with the time of day. */
  synchronized void say(String text) {
    out.println(LocalTime.now().format(CLOCK) + " " + text);
  }

  public void print(String text) {
    out.println(text);
  }

  /** How long it has all taken. */
  public String elapsed() {
    return seconds(begin);
  }

  private static String seconds(Instant from) {
    return "%.1f s".formatted(Duration.between(from, Instant.now()).toMillis() / 1000.0);
  }
}
