package io.slipway.chassis.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is to be said, ready to be a part of somebody's statement: state and events then cost one
 * trip to the database, and stand or fall together without a transaction around them.
 */
public final class OutboxEntries {
  private static final String COLUMNS = "event_id, lane, topic, key, headers, payload, sealed";
  private static final List<String> TYPES =
      List.of("text", "text", "text", "text", "text", "bytea", "boolean");

  private final List<List<Object>> rows;
  private final Set<Lane> lanes;

  OutboxEntries(List<List<Object>> rows, Set<Lane> lanes) {
    this.rows = List.copyOf(rows);
    this.lanes = Set.copyOf(lanes);
  }

  /** Whether nothing is to be said; there is no statement then. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The values of {@link #insert}, in order. */
  public List<Object> values() {
    return rows.stream().flatMap(List::stream).toList();
  }

  /** The lanes to wake once the statement is committed. */
  Set<Lane> lanes() {
    return lanes;
  }

  /**
   * Says everything once for each row of a table, which is one where the change was made and none
   * where it was not.
   *
   * @param first the number of the first parameter, 1 for {@code $1}
   * @param perRowOf the table, with an alias if it is more than a name
   */
  public String insert(int first, String perRowOf) {
    var tuples = new ArrayList<String>(rows.size());
    int next = first;
    for (int row = 0; row < rows.size(); row++) {
      var tuple = new ArrayList<String>(TYPES.size());
      for (var type : TYPES) {
        tuple.add("$" + next++ + "::" + type);
      }
      tuples.add("(" + String.join(", ", tuple) + ")");
    }
    return "insert into outbox (%1$s) select %2$s from %3$s, (values %4$s) as said (%1$s)"
        .formatted(
            COLUMNS,
            "said." + COLUMNS.replace(", ", ", said."),
            perRowOf,
            String.join(", ", tuples));
  }
}
