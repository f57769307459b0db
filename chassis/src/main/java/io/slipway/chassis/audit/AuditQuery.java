package io.slipway.chassis.audit;

import io.slipway.chassis.problem.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What is asked of the audit log; an empty text or list asks nothing.
 *
 * @param limit at most so many entries, newest first
 */
public record AuditQuery(
    String identifier,
    String blueprint,
    String entity,
    String runId,
    String action,
    String status,
    List<String> resources,
    Instant from,
    Instant to,
    int limit) {
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
  private static final int USUAL = 100;
  private static final int MOST = 1000;

  /**
   * Reads the query parameters of the contract.
   *
   * @throws Refusal 422 naming the parameter that does not fit
   */
  public static AuditQuery of(MultiValueMap<String, String> parameters) {
    return new AuditQuery(
        first(parameters, "identifier"),
        first(parameters, "blueprint"),
        first(parameters, "entity"),
        first(parameters, "run_id"),
        first(parameters, "action"),
        first(parameters, "status"),
        list(parameters, "resources"),
        time(parameters, "from", Instant.EPOCH),
        time(parameters, "to", END),
        limit(parameters));
  }

  private static String first(MultiValueMap<String, String> parameters, String name) {
    var value = parameters.getFirst(name);
    return value == null ? "" : value;
  }

  private static List<String> list(MultiValueMap<String, String> parameters, String name) {
    var values = parameters.getOrDefault(name, List.of());
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .filter(value -> !value.isBlank())
        .toList();
  }

  private static Instant time(
      MultiValueMap<String, String> parameters, String name, Instant otherwise) {
    @Nullable String value = parameters.getFirst(name);
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException failure) {
      throw Refusal.invalid(name, "must be a date-time of RFC 3339");
    }
  }

  private static int limit(MultiValueMap<String, String> parameters) {
    var value = first(parameters, "limit");
    if (value.isEmpty()) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // answered below
    }
    throw Refusal.invalid("limit", "must be a whole number from 1 to " + MOST);
  }
}
