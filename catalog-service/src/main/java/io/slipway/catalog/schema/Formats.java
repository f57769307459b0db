package io.slipway.catalog.schema;

import java.net.Inet6Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats of strings: which there are, and whether a text has one. */
public final class Formats {
  /** The format of a moment at which something is to happen. */
  public static final String TIMER = "timer";

  /** Every format that a definition may name. */
  public static final Set<String> KNOWN =
      Set.of(
          "date-time",
          "url",
          "email",
          "idn-email",
          "ipv4",
          "ipv6",
          "markdown",
          "yaml",
          "user",
          "blueprints",
          "team",
          TIMER,
          "proto",
          "labeled-url");

  /** Every kind of document that a definition may name. */
  public static final Set<String> SPECS = Set.of("open-api", "embedded-url", "async-api");

  private static final Pattern EMAIL = Pattern.compile("^[^\\s@]+@[^\\s@]+$");
  private static final Pattern IPV4 =
      Pattern.compile("^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$");
  private static final Pattern IPV6_CHARACTERS = Pattern.compile("^[0-9A-Fa-f:.]{2,45}$");
  private static final Pattern RFC_3339 =
      Pattern.compile("^\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d:\\d\\d.*$");

  private Formats() {}

  /** What is wrong with a text of a format, or null when nothing is. */
  static @Nullable String fault(String format, String text) {
    var fits =
        switch (format) {
          case "date-time", TIMER -> moment(text) != null;
          case "url" -> isUrl(text);
          case "email", "idn-email", "user" -> EMAIL.matcher(text).matches();
          case "ipv4" -> IPV4.matcher(text).matches();
          case "ipv6" -> isIpv6(text);
          default -> true;
        };
    return fits ? null : "must match format \"" + format + "\"";
  }

  /** The instant that an RFC 3339 text means, or null when it means none. */
  public static @Nullable Instant moment(String text) {
    if (!RFC_3339.matcher(text).matches()) {
      return null;
    }
    try {
      var iso = text.toUpperCase(java.util.Locale.ROOT).replace(' ', 'T');
      return OffsetDateTime.parse(iso, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
    } catch (DateTimeException notAMoment) {
      return null;
    }
  }

  /** True for an address with a scheme. */
  public static boolean isUrl(String text) {
    try {
      var uri = new URI(text.replace(" ", "%20"));
      return uri.getScheme() != null && uri.getSchemeSpecificPart() != null;
    } catch (URISyntaxException notAUrl) {
      return false;
    }
  }

  private static boolean isIpv6(String text) {
    if (!IPV6_CHARACTERS.matcher(text).matches() || !text.contains(":")) {
      return false;
    }
    try {
      return Inet6Address.ofLiteral(text) != null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
