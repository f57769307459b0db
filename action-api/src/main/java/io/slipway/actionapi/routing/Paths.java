package io.slipway.actionapi.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives a path the one spelling by which it is guarded, routed and forwarded, so that no other
 * spelling gets past a guard. Encoded slashes stay as they are: identifiers contain them.
 */
public final class Paths {
  private Paths() {}

  /**
   * The one spelling: no doubled or trailing slash, nothing encoded that need not be, and a plus
   * that stands for a space in an entity's identifier written as one.
   *
   * @param raw as it came, percent-encoded
   * @return empty when it has a segment {@code .} or {@code ..}, which leads nowhere
   */
  public static Optional<String> canonical(String raw) {
    List<String> segments = new ArrayList<>();
    for (var segment : raw.split("/")) {
      if (segment.isEmpty()) {
        continue;
      }
      var plain = plain(segment);
      if (plain.equals(".") || plain.equals("..")) {
        return Optional.empty();
      }
      segments.add(segments.size() >= 4 && entities(segments) ? spaced(plain) : plain);
    }
    return Optional.of("/" + String.join("/", segments));
  }

  /** Behind {@code /v1/blueprints/{blueprint}/entities} come identifiers of entities. */
  private static boolean entities(List<String> segments) {
    return segments.get(0).equals("v1")
        && segments.get(1).equals("blueprints")
        && segments.get(3).equals("entities");
  }

  private static String spaced(String segment) {
    return segment.replace("+", "%20");
  }

  private static String plain(String segment) {
    var plain = new StringBuilder(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == ';') {
        plain.append("%3B"); // or it would be read as the beginning of a parameter
      } else if (c == '%' && i + 2 < segment.length()) {
        i += 2;
        plain.append(decodedIfHarmless(segment.substring(i - 2, i + 1)));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** RFC 3986: encoding an unreserved character says the same as the character. */
  private static String decodedIfHarmless(String encoded) {
    try {
      char c = (char) Integer.parseInt(encoded.substring(1), 16);
      return unreserved(c) ? String.valueOf(c) : encoded.toUpperCase(Locale.ROOT);
    } catch (NumberFormatException notEncoded) {
      return encoded;
    }
  }

  private static boolean unreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /** Whether a write to this path can change who people are and what they may do. */
  public static boolean leadsToPeople(String path) {
    return path.startsWith("/v1/users")
        || path.startsWith("/v1/teams")
        || path.startsWith("/v1/blueprints/_user")
        || path.startsWith("/v1/blueprints/_team")
        || path.startsWith("/v1/entities");
  }
}
