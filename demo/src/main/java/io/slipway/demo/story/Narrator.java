package io.slipway.demo.story;

import java.io.PrintStream;

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

  public synchronized void failed(Exception fault) {
    var reason = fault.getMessage() == null ? fault.toString() : fault.getMessage();
    out.println();
    out.println("The demo failed: " + reason);
    out.flush();
  }

  private void print(String margin, String text) {
    text.lines().forEach(line -> out.println((margin + line).stripTrailing()));
    out.flush();
  }
}
