package io.slipway.catalog.face;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters as clients send them: lists as a repeated key, with brackets, or joined by
 * commas; a flag that cannot be understood counts as absent; an empty text too.
 */
public final class Query {
  private final Map<String, List<String>> parameters;

  public Query(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  public boolean flag(String name) {
    return "true".equalsIgnoreCase(text(name));
  }

  public @Nullable String text(String name) {
    var values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() || values.getFirst() == null || values.getFirst().isEmpty()
        ? null
        : values.getFirst();
  }

  public Set<String> list(String name) {
    var all = new LinkedHashSet<String>();
    for (var key : List.of(name, name + "[]")) {
      for (var value : parameters.getOrDefault(key, List.of())) {
        if (value != null) {
          all.addAll(List.of(value.split(",")));
        }
      }
    }
    all.remove("");
    return all;
  }
}
