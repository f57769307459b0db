package io.slipway.local.apply;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document beside what is there.
 *
 * @param before what is there, without what only the server says; null when there is nothing
 * @param after what will be there
 */
record Step(Document document, @Nullable ObjectNode before, ObjectNode after) {

  /** 5 and 5.0 are the same number. */
  private static final Comparator<JsonNode> LOOSELY =
      (a, b) ->
          a.isNumber() && b.isNumber()
              ? a.decimalValue().compareTo(b.decimalValue())
              : a.equals(b) ? 0 : 1;

  Change change() {
    if (before == null) {
      return Change.CREATE;
    }
    return before.equals(LOOSELY, after) ? Change.NONE : Change.UPDATE;
  }

  /** Whether this member will be another. */
  boolean changes(String member) {
    var is = before == null ? null : before.get(member);
    var willBe = after.get(member);
    if (is == null || willBe == null) {
      return is != willBe;
    }
    return !is.equals(LOOSELY, willBe);
  }
}
