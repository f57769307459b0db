package io.slipway.demo.story;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints what happens as it happens; the agent's thread may speak, too. */
public final class Narrator {

  private final PrintStream out;

  public Narrator(PrintStream out) {
    this.out = out;
  }

  synchronized void title(String title) {
    out.println();
    out.println(title);
    out.flush();
  }

  synchronized void say(String sentence, Object... arguments) {
    print("  ", sentence.formatted(arguments));
  }

  /** Somebody else's words: a log line of a run, git's output. */
  synchronized void quote(String text) {
    print("    | ", text);
  }

  /** The last word, when it is not the good one. */
  public synchronized void failed(@Nullable String reason) {
    title("The demo failed: " + reason);
  }

  private void print(String margin, String text) {
    text.lines().forEach(line -> out.println((margin + line).stripTrailing()));
    out.flush();
  }
}
