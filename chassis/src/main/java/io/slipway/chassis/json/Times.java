package io.slipway.chassis.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as the contract writes them: RFC 3339 in UTC with milliseconds and {@code Z}. */
public final class Times {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  /** The text of a time. */
  public static String text(Instant time) {
    return FORMAT.format(time);
  }

  /** A time cut to what its text can say, so that what is stored and what is shown are equal. */
  public static Instant shown(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
