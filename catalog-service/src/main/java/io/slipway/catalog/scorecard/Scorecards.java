package io.slipway.catalog.scorecard;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.blueprint.Blueprint;
import io.slipway.catalog.blueprint.Blueprints;
import io.slipway.catalog.definition.Definition;
import io.slipway.catalog.definition.Definition.Kind;
import io.slipway.catalog.definition.Definitions.Scope;
import io.slipway.catalog.definition.EditDefinitions;
import io.slipway.catalog.schema.Faults;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The scorecards of blueprints; whoever may edit a blueprint may edit them. */
public final class Scorecards {
  private final Blueprints blueprints;
  private final EditDefinitions definitions;

  public Scorecards(Blueprints blueprints, EditDefinitions definitions) {
    this.blueprints = blueprints;
    this.definitions = definitions;
  }

  /** Every scorecard of an organisation, with the blueprint that it belongs to. */
  public Mono<List<ObjectNode>> everywhere(Caller caller) {
    return Mono.zip(
            definitions.everywhere(caller.organization(), Kind.SCORECARD).collectList(),
            blueprints.all(caller.organization()).collectMap(Blueprint::id, Blueprint::identifier))
        .map(found -> views(found.getT1(), found.getT2()));
  }

  private static List<ObjectNode> views(
      List<Definition> scorecards, Map<String, String> blueprints) {
    return scorecards.stream()
        .map(one -> view(blueprints.getOrDefault(String.valueOf(one.blueprintId()), ""), one))
        .toList();
  }

  /** Those of a blueprint, in the order in which they were made. */
  public Mono<List<ObjectNode>> all(Caller caller, String blueprint) {
    return blueprint(caller, blueprint)
        .flatMapMany(found -> definitions.all(scope(found)))
        .map(one -> view(blueprint, one))
        .collectList();
  }

  /** One. */
  public Mono<ObjectNode> get(Caller caller, String blueprint, String identifier) {
    return blueprint(caller, blueprint)
        .flatMap(found -> definitions.get(scope(found), identifier))
        .map(one -> view(blueprint, one));
  }

  /** Makes one. */
  public Mono<ObjectNode> create(Caller caller, String blueprint, JsonNode body) {
    return edited(caller, blueprint)
        .flatMap(
            found -> definitions.create(caller, scope(found), ScorecardValidator.valid(body, "")))
        .map(one -> view(blueprint, one));
  }

  /** Replaces one, and gives it another identifier where the body says so. */
  public Mono<ObjectNode> replace(
      Caller caller, String blueprint, String identifier, JsonNode body) {
    return edited(caller, blueprint)
        .flatMap(
            found ->
                definitions.change(
                    caller, scope(found), identifier, before -> named(body, identifier)))
        .map(one -> view(blueprint, one));
  }

  private static ObjectNode named(JsonNode body, String identifier) {
    if (body instanceof ObjectNode object && !object.has("identifier")) {
      return ScorecardValidator.valid(object.deepCopy().put("identifier", identifier), "");
    }
    return ScorecardValidator.valid(body, "");
  }

  /** Replaces the members that a body names. */
  public Mono<ObjectNode> patch(
      Caller caller, String blueprint, String identifier, ObjectNode body) {
    return edited(caller, blueprint)
        .flatMap(
            found ->
                definitions.change(
                    caller,
                    scope(found),
                    identifier,
                    before -> {
                      var changed = before.deepCopy();
                      changed.setAll(body);
                      return ScorecardValidator.valid(changed, "");
                    }))
        .map(one -> view(blueprint, one));
  }

  /** Makes a list all that a blueprint has. */
  public Mono<List<ObjectNode>> replaceAll(Caller caller, String blueprint, JsonNode body) {
    return edited(caller, blueprint)
        .flatMap(found -> definitions.replaceAll(caller, scope(found), valid(body)))
        .map(all -> all.stream().map(one -> view(blueprint, one)).toList());
  }

  private static List<ObjectNode> valid(JsonNode body) {
    if (!body.isArray()) {
      throw Refusal.of(422, "invalid_request", "The body must be array");
    }
    var scorecards = new ArrayList<ObjectNode>();
    var seen = new HashSet<String>();
    for (var one : body.values()) {
      var place = Faults.at("", scorecards.size());
      var scorecard = ScorecardValidator.valid(one, place);
      if (!seen.add(scorecard.path("identifier").asString())) {
        throw Faults.refusal(
            "invalid_request", place + "/identifier", "must NOT repeat that of another scorecard");
      }
      scorecards.add(scorecard);
    }
    return scorecards;
  }

  /** Forgets one. */
  public Mono<Void> delete(Caller caller, String blueprint, String identifier) {
    return edited(caller, blueprint)
        .flatMap(found -> definitions.delete(caller, scope(found), identifier));
  }

  private Mono<Blueprint> edited(Caller caller, String blueprint) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustEditBlueprint(caller, blueprint);
          return blueprint(caller, blueprint);
        });
  }

  private Mono<Blueprint> blueprint(Caller caller, String identifier) {
    return blueprints
        .find(caller.organization(), identifier)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound("Blueprint", identifier)));
  }

  private static Scope scope(Blueprint blueprint) {
    return new Scope(blueprint.organization(), Kind.SCORECARD, blueprint.id());
  }

  private static ObjectNode view(String blueprint, Definition scorecard) {
    var view = scorecard.view();
    view.put("blueprint", blueprint);
    return view;
  }
}
