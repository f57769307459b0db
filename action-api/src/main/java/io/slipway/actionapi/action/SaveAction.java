package io.slipway.actionapi.action;

import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Fault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps a definition: new, or in the place of another. */
public final class SaveAction {
  private static final List<String> OURS =
      List.of("id", "createdAt", "createdBy", "updatedAt", "updatedBy");

  private final Actions actions;
  private final Blueprints blueprints;
  private final Clock clock;

  public SaveAction(Actions actions, Blueprints blueprints, Clock clock) {
    this.actions = actions;
    this.blueprints = blueprints;
    this.clock = clock;
  }

  /** What may come of it. */
  public sealed interface Reply {
    /** It is kept. */
    record Saved(Action action) implements Reply {}

    /** It has faults, or refers to what is not there. */
    record Invalid(List<Fault> faults) implements Reply {}

    /** Another action has that name. */
    record Taken(String identifier) implements Reply {}

    /** There is no such action to replace. */
    record Unknown(String identifier) implements Reply {}
  }

  /** Adds an action. */
  public Mono<Reply> create(Caller caller, JsonNode body) {
    return checked(caller, body, definition -> add(caller, definition));
  }

  /** Puts a definition in the place of another; a different identifier renames. */
  public Mono<Reply> replace(Caller caller, String identifier, JsonNode body) {
    return actions
        .find(caller.organization(), identifier)
        .flatMap(before -> checked(caller, body, definition -> change(caller, before, definition)))
        .defaultIfEmpty(new Reply.Unknown(identifier));
  }

  private Mono<Reply> checked(
      Caller caller, JsonNode body, Function<ObjectNode, Mono<Reply>> then) {
    if (!(body instanceof ObjectNode given)) {
      return Mono.just(new Reply.Invalid(ActionValidator.check(body)));
    }
    var definition = clean(given);
    var faults = ActionValidator.check(definition);
    if (!faults.isEmpty()) {
      return Mono.just(new Reply.Invalid(faults));
    }
    return missing(caller.organization(), ActionReferences.of(definition))
        .flatMap(
            missing ->
                missing.isEmpty() ? then.apply(definition) : Mono.just(new Reply.Invalid(missing)));
  }

  /** Without what we add ourselves when it is read, and with today's name for an old key. */
  private static ObjectNode clean(ObjectNode given) {
    var clean = Json.object();
    for (var member : given.properties()) {
      var name = member.getKey();
      if (name.equals("isViewRunAccess")) {
        clean.set("allowAnyoneToViewRuns", member.getValue());
      } else if (!OURS.contains(name)) {
        clean.set(name, member.getValue());
      }
    }
    return clean;
  }

  private Mono<List<Fault>> missing(String organization, ActionReferences references) {
    var noBlueprint =
        missing(
            references.blueprints(), "Blueprint", name -> blueprints.exists(organization, name));
    var noAction =
        missing(
            references.actions(), "Action", name -> actions.find(organization, name).hasElement());
    return Flux.concat(noBlueprint, noAction).collectList();
  }

  private static Flux<Fault> missing(
      Map<String, String> references, String kind, Function<String, Mono<Boolean>> exists) {
    return Flux.fromIterable(references.entrySet())
        .filterWhen(reference -> exists.apply(reference.getValue()).map(there -> !there))
        .map(
            reference ->
                new Fault(
                    reference.getKey(),
                    kind + " with identifier \"" + reference.getValue() + "\" was not found"));
  }

  private Mono<Reply> add(Caller caller, ObjectNode definition) {
    var now = Times.shown(clock.instant());
    var blank =
        new Action(
            Ids.withPrefix("action_"),
            caller.organization(),
            definition.path("identifier").asString(),
            definition,
            Json.object(),
            now,
            caller.principal(),
            now,
            caller.principal());
    var action = blank.withPermissions(ActionPermissions.defaults(blank.blueprint()));
    return actions
        .add(action, entry(caller, "CREATE", null, action))
        .map(added -> added ? new Reply.Saved(action) : new Reply.Taken(action.identifier()));
  }

  private Mono<Reply> change(Caller caller, Action before, ObjectNode definition) {
    var after = before.with(definition, Times.shown(clock.instant()), caller.principal());
    return actions
        .replace(before, after, entry(caller, "UPDATE", before, after))
        .map(
            result ->
                switch (result) {
                  case DONE -> new Reply.Saved(after);
                  case TAKEN -> new Reply.Taken(after.identifier());
                  case GONE -> new Reply.Unknown(before.identifier());
                });
  }

  /** The audit entry of a change of an action. */
  public AuditEntry entry(
      Caller caller, String what, @Nullable Action before, @Nullable Action after) {
    var about = after == null ? before : after;
    var context = Json.object();
    var diff = Json.object();
    diff.set("before", before == null ? null : before.view());
    diff.set("after", after == null ? null : after.view());
    if (about != null) {
      context.put("action", about.identifier());
      context.put("actionId", about.id());
      if (about.blueprint() != null) {
        context.put("blueprint", about.blueprint());
      }
    }
    return AuditEntry.done(Times.shown(clock.instant()), caller, what, "action", context, diff);
  }
}
