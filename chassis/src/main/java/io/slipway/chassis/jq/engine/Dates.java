package io.slipway.chassis.jq.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** Moments as JQ counts them, always in UTC: seconds, or a list from year to day of the year. */
final class Dates {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int FIELDS = 8;

  /** Conversions of {@code strftime} as the patterns that Java knows. */
  private static final Map<Character, String> PATTERNS =
      Map.ofEntries(
          Map.entry('Y', "uuuu"),
          Map.entry('y', "uu"),
          Map.entry('m', "MM"),
          Map.entry('d', "dd"),
          Map.entry('e', "ppd"),
          Map.entry('H', "HH"),
          Map.entry('I', "hh"),
          Map.entry('M', "mm"),
          Map.entry('S', "ss"),
          Map.entry('p', "a"),
          Map.entry('j', "DDD"),
          Map.entry('a', "EEE"),
          Map.entry('A', "EEEE"),
          Map.entry('b', "MMM"),
          Map.entry('h', "MMM"),
          Map.entry('B', "MMMM"),
          Map.entry('z', "xx"),
          Map.entry('Z', "'UTC'"),
          Map.entry('u', "e"),
          Map.entry('G', "YYYY"),
          Map.entry('V', "ww"),
          Map.entry('F', "uuuu-MM-dd"),
          Map.entry('T', "HH:mm:ss"),
          Map.entry('R', "HH:mm"),
          Map.entry('D', "MM/dd/uu"),
          Map.entry('c', "EEE MMM ppd HH:mm:ss uuuu"),
          Map.entry('n', "'\n'"),
          Map.entry('t', "'\t'"),
          Map.entry('%', "'%'"));

  private Dates() {}

  static JsonNode broken(JsonNode seconds) throws JsonQueryException {
    var moment = moment(seconds);
    var list = NODES.arrayNode();
    list.add(moment.getYear()).add(moment.getMonthValue() - 1).add(moment.getDayOfMonth());
    list.add(moment.getHour()).add(moment.getMinute());
    if (moment.getNano() == 0) {
      list.add(moment.getSecond());
    } else {
      list.add(moment.getSecond() + moment.getNano() / 1e9);
    }
    return list.add(moment.getDayOfWeek().getValue() % 7).add(moment.getDayOfYear() - 1);
  }

  static JsonNode seconds(JsonNode broken) throws JsonQueryException {
    if (!broken.isArray()) {
      throw new JsonQueryException("mktime requires an array of numbers");
    }
    return NODES.numberNode(moment(broken).toEpochSecond());
  }

  static JsonNode text(JsonNode moment, String format) throws JsonQueryException {
    try {
      return NODES.textNode(formatter(format).format(moment(moment)));
    } catch (DateTimeException | IllegalArgumentException unfit) {
      throw new JsonQueryException("strftime: " + unfit.getMessage());
    }
  }

  static JsonNode parsed(JsonNode text, String format) throws JsonQueryException {
    if (!text.isTextual()) {
      throw new JsonQueryException("strptime requires a string");
    }
    try {
      var fields = formatter(format).parse(text.textValue());
      var day = LocalDate.from(fields);
      var ofDay =
          fields.isSupported(ChronoField.SECOND_OF_DAY)
              ? fields.getLong(ChronoField.SECOND_OF_DAY)
              : 0;
      var offset =
          fields.isSupported(ChronoField.OFFSET_SECONDS)
              ? fields.get(ChronoField.OFFSET_SECONDS)
              : 0;
      return broken(
          NODES.numberNode(day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) + ofDay - offset));
    } catch (DateTimeException | IllegalArgumentException unfit) {
      throw new JsonQueryException("strptime: " + unfit.getMessage());
    }
  }

  private static ZonedDateTime moment(JsonNode value) throws JsonQueryException {
    try {
      if (value.isNumber()) {
        var seconds = Math.floor(value.doubleValue());
        var nanos = Math.round((value.doubleValue() - seconds) * 1e3) * 1_000_000L;
        return Instant.ofEpochSecond((long) seconds, nanos).atZone(ZoneOffset.UTC);
      }
      if (value.isArray() && value.size() >= FIELDS - 2) {
        return ZonedDateTime.of(
            value.get(0).intValue(),
            value.get(1).intValue() + 1,
            value.get(2).intValue(),
            value.get(3).intValue(),
            value.get(4).intValue(),
            value.get(5).intValue(),
            0,
            ZoneOffset.UTC);
      }
    } catch (DateTimeException unfit) {
      throw new JsonQueryException("no moment: " + unfit.getMessage());
    }
    throw new JsonQueryException("a moment is a number or an array of numbers");
  }

  private static DateTimeFormatter formatter(String format) throws JsonQueryException {
    var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    for (int at = 0; at < format.length(); at++) {
      var letter = format.charAt(at);
      if (letter != '%') {
        builder.appendLiteral(letter);
        continue;
      }
      at++;
      var conversion = at < format.length() ? format.charAt(at) : ' ';
      if (conversion == 's') {
        builder.appendValue(ChronoField.INSTANT_SECONDS);
        continue;
      }
      var pattern = PATTERNS.get(conversion);
      if (pattern == null) {
        throw new JsonQueryException("unknown conversion %" + conversion);
      }
      builder.appendPattern(pattern);
    }
    return builder.toFormatter(Locale.ENGLISH);
  }
}
