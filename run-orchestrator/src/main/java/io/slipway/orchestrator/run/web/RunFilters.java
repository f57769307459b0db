package io.slipway.orchestrator.run.web;

import io.slipway.chassis.problem.Refusal;
import io.slipway.orchestrator.run.RunQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The query of {@code GET /v1/actions/runs}. Lists come as a repeated name or joined by commas; an
 * empty value is no filter, and unknown names are nobody's fault.
 */
final class RunFilters {
  private static final int MOST = 1000;
  private static final int USUAL = 100;
  private static final Set<String> SOURCES = Set.of("UI", "API", "AUTOMATION");

  private final MultiValueMap<String, String> query;

  RunFilters(MultiValueMap<String, String> query) {
    this.query = query;
  }

  RunQuery query() {
    return new RunQuery(
        text("action"),
        text("blueprint"),
        text("entity"),
        active(),
        text("user_id"),
        text("user_email"),
        text("external_run_id"),
        sources(),
        limit());
  }

  List<String> exclude() {
    return list("exclude");
  }

  @Nullable String version() {
    return text("version");
  }

  private @Nullable String text(String name) {
    var value = query.getFirst(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private boolean active() {
    var value = text("active");
    if (value != null && !value.equals("true") && !value.equals("false")) {
      throw Refusal.invalid("active", "must be true or false");
    }
    return "true".equals(value);
  }

  private List<String> sources() {
    var sources = list("source");
    if (!SOURCES.containsAll(sources)) {
      throw Refusal.invalid("source", "must be of UI, API, AUTOMATION");
    }
    return sources;
  }

  private int limit() {
    var value = text("limit");
    if (value == null) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // refused below, like a number out of range
    }
    throw Refusal.invalid("limit", "must be a number from 1 to " + MOST);
  }

  private List<String> list(String name) {
    var values = new ArrayList<String>();
    for (var given : query.getOrDefault(name, List.of())) {
      for (var value : given.split(",")) {
        if (!value.isBlank()) {
          values.add(value.trim());
        }
      }
    }
    return values;
  }
}
