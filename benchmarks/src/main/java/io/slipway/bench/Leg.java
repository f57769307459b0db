package io.slipway.bench;

import java.util.function.ToLongFunction;

/** The parts of a life that are told apart. */
enum Leg {
  ANSWERED("POST answered", life -> span(life.intended(), life.answered())),
  TO_AGENT("invoke to agent", life -> span(life.intended(), life.heard())),
  REPORTED("agent to report answered", life -> span(life.heard(), life.reported())),
  VISIBLE("report to SUCCESS visible", life -> span(life.reported(), life.visible())),
  WHOLE("whole life", life -> span(life.intended(), life.visible()));

  /** Said of a leg whose end was not reached. */
  static final long NONE = -1;

  private final String words;
  private final ToLongFunction<Life> span;

  Leg(String words, ToLongFunction<Life> span) {
    this.words = words;
    this.span = span;
  }

  String words() {
    return words;
  }

  /** Its length in nanoseconds. */
  long of(Life life) {
    return span.applyAsLong(life);
  }

  private static long span(long from, long to) {
    return from == Life.NOT_YET || to == Life.NOT_YET ? NONE : to - from;
  }
}
