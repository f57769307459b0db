package io.slipway.actionapi.audit;

import io.slipway.chassis.json.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One list out of each owner's newest rows: newest first, and no more than was asked for. Pure. */
public final class MergedAudit {
  private static final Comparator<JsonNode> NEWEST_FIRST =
      Comparator.<JsonNode, String>comparing(row -> row.path("at").asString(""))
          .thenComparing(row -> row.path("identifier").asString(""))
          .reversed();

  private MergedAudit() {}

  /**
   * Merges.
   *
   * @param limit at most so many
   */
  public static List<JsonNode> of(Collection<List<JsonNode>> rows, int limit) {
    return rows.stream().flatMap(List::stream).sorted(NEWEST_FIRST).limit(limit).toList();
  }

  /**
   * A row as it is shown. The time by which owners sort is theirs; the contract has it within the
   * trigger.
   *
   * @param includes the members that are shown; empty for all of them
   */
  public static JsonNode shown(JsonNode row, Set<String> includes) {
    var shown = Json.object();
    for (var member : row.properties()) {
      var name = member.getKey();
      if (!name.equals("at") && (includes.isEmpty() || includes.contains(name))) {
        shown.set(name, member.getValue());
      }
    }
    return shown;
  }
}
