package io.slipway.catalog.scorecard;

import io.slipway.catalog.schema.Faults;
import io.slipway.catalog.schema.Storable;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a scorecard, and completes it with the levels that it has when none are said. */
final class ScorecardValidator {
  private static final Pattern IDENTIFIER =
      Pattern.compile("^(?!\\.{1,2}$)[\\p{L}0-9@_.+:\\\\/=-]{1,100}$");
  private static final JsonNode LEVELS =
      Json.parse(
          """
          [{"color":"paleBlue","title":"Basic"},{"color":"bronze","title":"Bronze"},
           {"color":"silver","title":"Silver"},{"color":"gold","title":"Gold"}]
          """);
  private static final Set<String> META =
      Set.of("id", "blueprint", "createdAt", "createdBy", "updatedAt", "updatedBy");

  private final Faults faults = new Faults();
  private final String root;

  private ScorecardValidator(String root) {
    this.root = root;
  }

  /**
   * The scorecard that a body means.
   *
   * @param root where it stands in the body of the request
   * @throws io.slipway.chassis.problem.Refusal 422 naming everything that is wrong with it
   */
  static ObjectNode valid(JsonNode said, String root) {
    var validator = new ScorecardValidator(root);
    return validator.read(said);
  }

  private ObjectNode read(JsonNode said) {
    if (!said.isObject()) {
      throw Faults.refusal("invalid_request", root, "must be object");
    }
    Storable.check(said, root, faults);
    var body = Json.object();
    for (var member : said.properties()) {
      if (!META.contains(member.getKey())) {
        body.set(member.getKey(), member.getValue());
      }
    }
    identifier(body, root);
    text(body, "title", root, true);
    var levels = levels(body.get("levels"));
    if (!body.has("levels")) {
      body.set("levels", LEVELS.deepCopy());
    }
    var filter = body.get("filter");
    if (filter != null && !filter.isNull()) {
      conditions(filter, root + "/filter");
    }
    rules(body.get("rules"), levels);
    faults.refuseAny("invalid_request");
    return body;
  }

  private List<String> levels(@Nullable JsonNode levels) {
    var titles = new ArrayList<String>();
    if (levels != null && !levels.isArray()) {
      faults.add(root + "/levels", "must be array");
      return titles;
    }
    int index = 0;
    for (var level : (levels == null ? LEVELS : levels).values()) {
      var place = Faults.at(root + "/levels", index++);
      if (!level.isObject()) {
        faults.add(place, "must be object");
        continue;
      }
      text(level, "title", place, true);
      text(level, "color", place, true);
      titles.add(String.valueOf(Json.string(level, "title")));
    }
    if (titles.isEmpty()) {
      faults.add(root + "/levels", "must NOT have fewer than 1 items");
    }
    return titles;
  }

  private void rules(@Nullable JsonNode rules, List<String> levels) {
    if (rules == null) {
      faults.add(root, "must have required property 'rules'");
      return;
    }
    if (!rules.isArray()) {
      faults.add(root + "/rules", "must be array");
      return;
    }
    var seen = new HashSet<String>();
    int index = 0;
    for (var rule : rules.values()) {
      var place = Faults.at(root + "/rules", index++);
      if (!rule.isObject()) {
        faults.add(place, "must be object");
        continue;
      }
      identifier(rule, place);
      if (!seen.add(String.valueOf(Json.string(rule, "identifier")))) {
        faults.add(place + "/identifier", "must NOT repeat that of another rule");
      }
      text(rule, "title", place, true);
      text(rule, "description", place, false);
      level(rule, levels, place);
      conditions(rule.path("query"), place + "/query");
    }
  }

  private void level(JsonNode rule, List<String> levels, String place) {
    if (text(rule, "level", place, true)
        && !levels.isEmpty()
        && levels.lastIndexOf(String.valueOf(Json.string(rule, "level"))) < 1) {
      faults.add(
          place + "/level",
          "must be equal to one of the allowed values: "
              + String.join(", ", levels.subList(1, levels.size())));
    }
  }

  private void conditions(JsonNode group, String place) {
    if (!group.isObject()) {
      faults.add(place, "must be object");
      return;
    }
    var combinator = Json.string(group, "combinator");
    if (!group.has("combinator")) {
      faults.add(place, "must have required property 'combinator'");
    } else if (!"and".equals(combinator) && !"or".equals(combinator)) {
      faults.add(place + "/combinator", "must be equal to one of the allowed values: and, or");
    }
    var conditions = group.get("conditions");
    if (conditions == null) {
      faults.add(place, "must have required property 'conditions'");
      return;
    }
    if (!conditions.isArray() || conditions.isEmpty()) {
      faults.add(
          place + "/conditions",
          conditions.isArray() ? "must NOT have fewer than 1 items" : "must be array");
      return;
    }
    int index = 0;
    for (var condition : conditions.values()) {
      var at = Faults.at(place + "/conditions", index++);
      if (!condition.isObject()) {
        faults.add(at, "must be object");
      } else {
        text(condition, "operator", at, true);
        text(condition, condition.has("relation") ? "relation" : "property", at, true);
      }
    }
  }

  private void identifier(JsonNode holder, String place) {
    if (text(holder, "identifier", place, true)
        && !IDENTIFIER.matcher(String.valueOf(Json.string(holder, "identifier"))).matches()) {
      faults.add(place + "/identifier", "must match pattern \"" + IDENTIFIER.pattern() + "\"");
    }
  }

  /** True when there is a text. */
  private boolean text(JsonNode holder, String member, String place, boolean required) {
    var value = holder.get(member);
    if (value == null) {
      if (required) {
        faults.add(place, "must have required property '" + member + "'");
      }
      return false;
    }
    if (!value.isString()) {
      faults.add(Faults.at(place, member), "must be string");
    }
    return value.isString();
  }
}
