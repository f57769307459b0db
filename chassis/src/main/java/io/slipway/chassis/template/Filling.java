package io.slipway.chassis.template;

import io.slipway.chassis.jq.Jq;
import io.slipway.chassis.jq.JqResult;
import io.slipway.chassis.jq.JqResult.Failed;
import io.slipway.chassis.jq.JqResult.Runaway;
import io.slipway.chassis.jq.JqResult.Values;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.template.TemplateText.Part.Literal;
import io.slipway.chassis.template.TemplateText.Part.Program;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One document being filled; null stands for what jq puts out nothing for. */
final class Filling {
  private static final Pattern SPREAD = Pattern.compile("\\{\\{\\s*spreadValue\\(\\s*\\)\\s*}}");
  private static final JsonNode NULL = Json.MAPPER.nullNode();

  private final Jq jq;
  private final Function<String, JsonNode> rootOf;
  private final Allowance allowance = new Allowance();

  Filling(Jq jq, Function<String, JsonNode> rootOf) {
    this.jq = jq;
    this.rootOf = rootOf;
  }

  static boolean isSpread(String key) {
    return SPREAD.matcher(key.strip()).matches();
  }

  JsonNode document(JsonNode document) {
    var filled = value(document);
    return filled == null ? NULL : filled;
  }

  private @Nullable JsonNode value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> string(node.stringValue());
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case NUMBER, BOOLEAN, NULL, MISSING, BINARY, POJO -> node;
    };
  }

  private JsonNode array(JsonNode node) {
    var array = Json.array();
    for (var item : node) {
      var filled = value(item);
      array.add(filled == null ? NULL : filled);
    }
    return array;
  }

  private JsonNode object(JsonNode node) {
    var object = Json.object();
    for (var member : node.properties()) {
      if (isSpread(member.getKey())) {
        spread(member.getKey(), member.getValue(), object);
      } else {
        member(member.getKey(), member.getValue(), object);
      }
    }
    return object;
  }

  private void member(String template, JsonNode node, ObjectNode object) {
    var key = string(template);
    if (key == null || key.isNull()) {
      return;
    }
    if (!key.isString()) {
      throw new TemplateFault(
          "Evaluated object key should be undefined, null or string. Original key: %s, evaluated to: %s"
              .formatted(template, Json.text(key)));
    }
    if (key.stringValue().isEmpty()) {
      return;
    }
    var filled = value(node);
    if (filled == null) {
      object.remove(key.stringValue());
    } else {
      object.set(key.stringValue(), filled);
    }
  }

  private void spread(String template, JsonNode node, ObjectNode object) {
    var filled = value(node);
    if (filled != null && filled.isObject()) {
      filled.properties().forEach(one -> object.set(one.getKey(), one.getValue()));
    } else if (filled != null && filled.isArray()) {
      for (int i = 0; i < filled.size(); i++) {
        object.set(Integer.toString(i), filled.get(i));
      }
    } else {
      throw new TemplateFault(
          "Evaluated value should be an object if the key is %s. Original value: %s, evaluated to: %s"
              .formatted(
                  template, Json.text(node), filled == null ? "undefined" : Json.text(filled)));
    }
  }

  private @Nullable JsonNode string(String text) {
    var template = TemplateText.of(text);
    if (template.typed()) {
      return evaluated(template.programs().getFirst());
    }
    var filled = new StringBuilder();
    for (var part : template.parts()) {
      filled.append(
          switch (part) {
            case Literal literal -> literal.text();
            case Program program -> shown(evaluated(program.text()));
          });
    }
    return Json.MAPPER.getNodeFactory().stringNode(filled.toString());
  }

  private static String shown(@Nullable JsonNode value) {
    if (value == null) {
      return "undefined";
    }
    return value.isString() ? value.stringValue() : Json.text(value);
  }

  private @Nullable JsonNode evaluated(String program) {
    allowance.program();
    return switch (first(program, rootOf.apply(program))) {
      case Values(var values) when values.isEmpty() -> null;
      case Values(var values) -> allowance.value(values.getFirst());
      case Failed _ -> NULL;
      case Runaway(var reason) ->
          throw new TemplateFault("The program {{%s}} was stopped: %s".formatted(program, reason));
    };
  }

  /**
   * Only the first result counts, so nothing is computed behind it. Where the library takes that
   * for an error, as it does behind {@code tostring}, the program runs to its end.
   */
  private JqResult first(String program, JsonNode root) {
    var first = jq.evaluate("first( " + program + "\n)", root);
    return first instanceof Failed ? jq.evaluate(program, root) : first;
  }
}
