package io.slipway.catalog.search.web;

import io.slipway.catalog.entity.EntityView;
import io.slipway.catalog.face.Bodies;
import io.slipway.catalog.face.Query;
import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.search.SearchParser;
import io.slipway.catalog.search.SearchQuery;
import io.slipway.chassis.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The page that a search of one blueprint asks for.
 *
 * @param after only entities made after this one
 */
record Page(
    @Nullable SearchQuery query, Set<String> include, Set<String> exclude, int limit, long after) {
  private static final int USUAL = 200;
  private static final int LARGEST = 1000;
  private static final String MARK = "after:";

  static Page read(JsonNode body) {
    var object = Bodies.closed(body, Set.of("query", "include", "exclude", "limit", "from"));
    var query = object.get("query");
    return new Page(
        query == null || query.isNull() ? null : SearchParser.parse(query, "/query"),
        names(object.get("include"), "/include"),
        names(object.get("exclude"), "/exclude"),
        limit(object.get("limit")),
        after(object.get("from")));
  }

  /** What a client sends back as {@code from}. */
  static String next(long seq) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((MARK + seq).getBytes(StandardCharsets.UTF_8));
  }

  /** What is shown, as the body says or else the query parameters. */
  EntityView view(Query parameters) {
    var asked = EntityView.asked(parameters);
    return new EntityView(
        include.isEmpty() ? asked.include() : include,
        exclude.isEmpty() ? asked.exclude() : exclude,
        asked.titles());
  }

  private static int limit(@Nullable JsonNode limit) {
    if (limit == null) {
      return USUAL;
    }
    if (!limit.isInt() || limit.intValue() < 1 || limit.intValue() > LARGEST) {
      throw Faults.refusal(
          "invalid_request", "/limit", "must be a whole number from 1 to " + LARGEST);
    }
    return limit.intValue();
  }

  private static long after(@Nullable JsonNode from) {
    if (from == null || from.isNull()) {
      return 0;
    }
    try {
      var text =
          new String(Base64.getUrlDecoder().decode(from.asString("")), StandardCharsets.UTF_8);
      if (text.startsWith(MARK)) {
        return Long.parseLong(text.substring(MARK.length()));
      }
    } catch (IllegalArgumentException notOurs) {
      // falls through: it was no mark of ours
    }
    throw Faults.refusal("invalid_request", "/from", "must be the \"next\" of an earlier answer");
  }

  private static Set<String> names(@Nullable JsonNode list, String pointer) {
    var names = new LinkedHashSet<String>();
    if (list == null || list.isNull()) {
      return names;
    }
    if (!list.isArray()) {
      throw invalid(pointer);
    }
    int index = 0;
    for (var item : list.values()) {
      if (!item.isString()) {
        throw Faults.refusal("invalid_request", Faults.at(pointer, index), "must be string");
      }
      index++;
      names.add(item.stringValue());
    }
    return names;
  }

  private static Refusal invalid(String pointer) {
    return Faults.refusal("invalid_request", pointer, "must be an array of strings");
  }
}
