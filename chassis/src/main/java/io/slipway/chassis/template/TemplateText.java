package io.slipway.chassis.template;

import java.util.ArrayList;
import java.util.List;

/**
 * A string cut into what is literal and what is a program.
 *
 * @param parts in the order of the text
 * @param typed true when it is one program and nothing else but space, so that its result keeps its
 *     type
 */
public record TemplateText(List<Part> parts, boolean typed) {
  private static final int BRACES = 2;

  public TemplateText {
    parts = List.copyOf(parts);
  }

  /** A piece of the string. */
  public sealed interface Part {
    /** Goes to the result as it is. */
    record Literal(String text) implements Part {}

    /** Its first result goes to the result. */
    record Program(String text) implements Part {}
  }

  /**
   * Cuts a string.
   *
   * @throws TemplateFault when its double braces do not match
   */
  public static TemplateText of(String text) {
    return text.contains("{{") || text.contains("}}")
        ? new Scanner(text).scan()
        : new TemplateText(List.of(new Part.Literal(text)), false);
  }

  /** The programs in it, in order. */
  public List<String> programs() {
    return parts.stream()
        .filter(Part.Program.class::isInstance)
        .map(part -> ((Part.Program) part).text())
        .toList();
  }

  /** Walks through the text once; quotes and backslashes count inside of programs only. */
  private static final class Scanner {
    private static final int OUTSIDE = -1;
    private static final char NO_QUOTE = 0;

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private int literal;
    private int opened = OUTSIDE;
    private char quote = NO_QUOTE;
    private int at;

    Scanner(String text) {
      this.text = text;
    }

    TemplateText scan() {
      while (at < text.length()) {
        at += step(text.charAt(at));
      }
      if (opened != OUTSIDE) {
        throw new TemplateFault(
            "Found opening double braces in index " + opened + " without closing double braces");
      }
      literalTo(text.length());
      return new TemplateText(parts, isTyped());
    }

    private boolean isTyped() {
      var trimmed = text.strip();
      var programs = parts.stream().filter(Part.Program.class::isInstance).count();
      return programs == 1 && trimmed.startsWith("{{") && trimmed.endsWith("}}");
    }

    /** How many characters were dealt with. */
    private int step(char c) {
      if (opened != OUTSIDE) {
        if (c == '\\') {
          return 2;
        }
        if (c == '"' || c == '\'') {
          quote = quote == NO_QUOTE ? c : quote == c ? NO_QUOTE : quote;
          return 1;
        }
      }
      if (quote == NO_QUOTE && isTwice(c, '{')) {
        return open();
      }
      return quote == NO_QUOTE && isTwice(c, '}') ? close() : 1;
    }

    private boolean isTwice(char c, char brace) {
      return c == brace && isAt(at + 1, brace);
    }

    private boolean isAt(int index, char brace) {
      return index < text.length() && text.charAt(index) == brace;
    }

    private int open() {
      if (opened != OUTSIDE) {
        throw new TemplateFault(
            "Found double braces in index %d inside other one in index %d".formatted(at, opened));
      }
      literalTo(at);
      opened = at;
      return isAt(at + BRACES, '{') ? BRACES + 1 : BRACES; // the third belongs to the program
    }

    private int close() {
      if (opened == OUTSIDE) {
        throw new TemplateFault(
            "Found closing double braces in index " + at + " without opening double braces");
      }
      var end = isAt(at + BRACES, '}') ? at + 1 : at;
      parts.add(new Part.Program(text.substring(opened + BRACES, end)));
      opened = OUTSIDE;
      literal = end + BRACES;
      return literal - at;
    }

    private void literalTo(int end) {
      if (end > literal) {
        parts.add(new Part.Literal(text.substring(literal, end)));
      }
    }
  }
}
