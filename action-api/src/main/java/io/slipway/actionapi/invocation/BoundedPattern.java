package io.slipway.actionapi.invocation;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Looks for a pattern that somebody else wrote, and gives up after so many steps: a pattern can be
 * written that would look for years.
 */
final class BoundedPattern {
  private static final int MOST_STEPS = 2_000_000;

  private BoundedPattern() {}

  enum Result {
    FOUND,
    NOT_FOUND,
    UNREADABLE,
    TOO_SLOW
  }

  static Result find(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(new Counted(text)).find()
          ? Result.FOUND
          : Result.NOT_FOUND;
    } catch (PatternSyntaxException failure) {
      return Result.UNREADABLE;
    } catch (TooManySteps | StackOverflowError failure) {
      return Result.TOO_SLOW;
    }
  }

  private static final class TooManySteps extends RuntimeException {
    TooManySteps() {
      super(null, null, false, false);
    }
  }

  /** Every step of the search reads a character, so counting those bounds it. */
  private static final class Counted implements CharSequence {
    private final CharSequence text;
    private int steps;

    Counted(CharSequence text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
