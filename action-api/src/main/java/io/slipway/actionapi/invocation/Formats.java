package io.slipway.actionapi.invocation;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** The formats of text inputs. One that is not known, or free text anyway, fits everything. */
final class Formats {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)*");
  private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4]\\d|1?\\d?\\d");
  private static final Pattern IPV6 =
      Pattern.compile("[0-9A-Fa-f:]*(?:\\d{1,3}(?:\\.\\d{1,3}){3})?");

  private Formats() {}

  static boolean fits(String format, String text) {
    return switch (format) {
      case "date-time" -> dateTime(text);
      case "url" -> url(text);
      case "email", "user" -> EMAIL.matcher(text).matches();
      case "ipv4" -> ipv4(text);
      case "ipv6" -> ipv6(text);
      default -> true;
    };
  }

  private static boolean dateTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException notOne) {
      return false;
    }
  }

  private static boolean url(String text) {
    try {
      var url = new URI(text);
      return url.getScheme() != null && url.getRawAuthority() != null;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }

  private static boolean ipv4(String text) {
    var octets = text.split("\\.", -1);
    if (octets.length != 4) {
      return false;
    }
    for (var octet : octets) {
      if (!OCTET.matcher(octet).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean ipv6(String text) {
    if (!IPV6.matcher(text).matches() || !text.contains(":")) {
      return false;
    }
    int dots = text.lastIndexOf(':');
    var tail = text.substring(dots + 1);
    boolean mixed = tail.contains(".");
    if (mixed && !ipv4(tail)) {
      return false;
    }
    var groups = mixed ? text.substring(0, dots + 1) + "0:0" : text;
    int gap = groups.indexOf("::");
    if (gap >= 0) {
      return groups.indexOf("::", gap + 1) < 0
          && groups(groups.substring(0, gap)) + groups(groups.substring(gap + 2)) <= 7
          && groups(groups.substring(0, gap)) >= 0
          && groups(groups.substring(gap + 2)) >= 0;
    }
    return groups(groups) == 8;
  }

  /** How many groups of one to four digits, or far too few when one has another shape. */
  private static int groups(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    var parts = text.split(":", -1);
    for (var part : parts) {
      if (part.isEmpty() || part.length() > 4) {
        return Integer.MIN_VALUE / 4;
      }
    }
    return parts.length;
  }
}
