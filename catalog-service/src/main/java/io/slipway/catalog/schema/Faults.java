package io.slipway.catalog.schema;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with a body, so that a client hears of everything at once. Places are kept
 * as JSON pointers and shown in sentences as clients know them: {@code "properties.language" must
 * be string}.
 */
public final class Faults {
  private final List<Fault> found = new ArrayList<>();

  /** Notes a fault at a JSON pointer; the empty pointer is the body itself. */
  public void add(String pointer, String message) {
    found.add(new Fault(pointer, message));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** What was found, in the order in which it was found. */
  public List<Fault> found() {
    return List.copyOf(found);
  }

  /**
   * Goes on only when nothing was found.
   *
   * @throws Refusal 422 with the code given
   */
  public void refuseAny(String code) {
    if (!found.isEmpty()) {
      throw refusal(code, found);
    }
  }

  /** One fault as a refusal. */
  public static Refusal refusal(String code, String pointer, String message) {
    return refusal(code, List.of(new Fault(pointer, message)));
  }

  private static Refusal refusal(String code, List<Fault> faults) {
    var details = Json.object();
    var errors = details.putArray("errors");
    for (var fault : faults) {
      errors.addObject().put("path", fault.pointer()).put("message", fault.message());
    }
    var first = faults.getFirst();
    var sentence =
        first.pointer().isEmpty()
            ? first.message()
            : "\"" + dotted(first.pointer()) + "\" " + first.message();
    return Refusal.of(422, code, sentence, details);
  }

  /** The pointer of a member. */
  public static String at(String parent, String member) {
    return parent + "/" + member.replace("~", "~0").replace("/", "~1");
  }

  /** The pointer of an element. */
  public static String at(String parent, int index) {
    return parent + "/" + index;
  }

  private static String dotted(String pointer) {
    var words = new StringBuilder();
    for (var word : pointer.substring(1).split("/", -1)) {
      words.append(words.isEmpty() ? "" : ".");
      words.append(word.replace("~1", "/").replace("~0", "~"));
    }
    return words.toString();
  }
}
