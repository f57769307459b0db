package io.slipway.chassis.template;

import io.slipway.chassis.jq.Jq;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Fills templates. What the programs in them do is bounded, and so is a whole document. */
public final class Templates {
  private final Jq jq;

  public Templates(Jq jq) {
    this.jq = jq;
  }

  /**
   * Fills every string of a document, keys included. It works on the thread that calls.
   *
   * @param rootOf what a program sees, by its text, so that each can be shown no more than it names
   * @throws TemplateFault when braces do not match, a key is no string, something is spread that
   *     has no members, or a program ran away
   */
  public JsonNode fill(JsonNode document, Function<String, JsonNode> rootOf) {
    return new Filling(jq, rootOf).document(document);
  }

  /** Fills it on the threads that are meant for it; fails with a {@link TemplateFault}. */
  public Mono<JsonNode> filled(JsonNode document, Function<String, JsonNode> rootOf) {
    return isPlain(document)
        ? Mono.just(document)
        : Mono.fromCallable(() -> fill(document, rootOf)).subscribeOn(jq.threads());
  }

  /**
   * All programs in a document, in its order.
   *
   * @throws TemplateFault when braces do not match
   */
  public static List<String> programs(JsonNode document) {
    var programs = new ArrayList<String>();
    collect(document, programs);
    return programs;
  }

  private static void collect(JsonNode node, List<String> programs) {
    if (node.isString()) {
      programs.addAll(TemplateText.of(node.stringValue()).programs());
      return;
    }
    for (var member : node.properties()) {
      if (!Filling.isSpread(member.getKey())) {
        programs.addAll(TemplateText.of(member.getKey()).programs());
      }
      collect(member.getValue(), programs);
    }
    if (node.isArray()) {
      node.forEach(item -> collect(item, programs));
    }
  }

  /** True when there is nothing to fill. */
  private static boolean isPlain(JsonNode node) {
    if (node.isString()) {
      return isPlain(node.stringValue());
    }
    for (var member : node.properties()) {
      if (!isPlain(member.getKey()) || !isPlain(member.getValue())) {
        return false;
      }
    }
    return !node.isArray() || node.valueStream().allMatch(Templates::isPlain);
  }

  private static boolean isPlain(String text) {
    return !text.contains("{{") && !text.contains("}}");
  }
}
