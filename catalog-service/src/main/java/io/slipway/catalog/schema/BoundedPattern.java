package io.slipway.catalog.schema;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that somebody else wrote. Such a pattern may backtrack without end, so the
 * text it reads counts how often it is read, and gives up.
 */
final class BoundedPattern {
  private static final int READS = 1_000_000;

  private BoundedPattern() {}

  /** True when the pattern can be compiled. */
  static boolean compiles(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException notAPattern) {
      return false;
    }
  }

  /** True when the pattern is found somewhere in the text, and that took a bearable time. */
  static boolean finds(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(new CountedText(text, new int[] {READS})).find();
    } catch (PatternSyntaxException | TooLong | StackOverflowError cannotBeDecided) {
      return false;
    }
  }

  private static final class TooLong extends RuntimeException {
    TooLong() {
      super(null, null, false, false);
    }
  }

  private record CountedText(String text, int[] left) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (left[0]-- <= 0) {
        throw new TooLong();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new CountedText(text.substring(start, end), left);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
