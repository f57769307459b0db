package io.slipway.actionapi.invocation;

import io.slipway.actionapi.access.Credentials;
import io.slipway.actionapi.action.Action;
import io.slipway.actionapi.action.Actions;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Fault;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody asks for an action. May this caller, on this entity, with these inputs? If so, it is
 * kept together with the event that says so, and from then on there is a run.
 */
public final class InvokeAction {
  private final Actions actions;
  private final Asking asking;
  private final EntityInputs entityInputs;
  private final Credentials credentials;
  private final KeepInvocation keepInvocation;
  private final Clock clock;

  public InvokeAction(
      Actions actions,
      Asking asking,
      EntityInputs entityInputs,
      Credentials credentials,
      KeepInvocation keepInvocation,
      Clock clock) {
    this.actions = actions;
    this.asking = asking;
    this.entityInputs = entityInputs;
    this.credentials = credentials;
    this.keepInvocation = keepInvocation;
    this.clock = clock;
  }

  /**
   * A wish.
   *
   * @param runAs the address of the person on whose behalf a machine asks; null for oneself
   * @param idempotencyKey by which the same wish is known when it comes again; empty for none
   */
  public record Request(
      String action, Caller caller, @Nullable String runAs, JsonNode body, String idempotencyKey) {
    /** Without the inputs: some are secret. */
    @Override
    public String toString() {
      return "Request[" + action + " by " + caller.principal() + "]";
    }
  }

  /** What may come of it. */
  public sealed interface Reply {
    /** There is a run now. */
    record Accepted(JsonNode run) implements Reply {}

    /** There was a run for this wish already. */
    record Repeated(JsonNode run) implements Reply {}

    /** The key stands for another wish. */
    record KeyUsed() implements Reply {}

    /** The body, an input or the entity does not fit. */
    record Invalid(List<Fault> faults) implements Reply {}

    /** Not by this caller. */
    record Forbidden(String why) implements Reply {}

    /** There is no such action, entity or person. */
    record Unknown(String resource, String identifier) implements Reply {}
  }

  /** Accepts it, or says why not. */
  public Mono<Reply> handle(Request request) {
    return actions
        .find(request.caller().organization(), request.action())
        .flatMap(action -> shaped(action, request))
        .defaultIfEmpty(new Reply.Unknown("Action", request.action()));
  }

  private Mono<Reply> shaped(Action action, Request request) {
    var faults = RequestShape.check(action, request.body());
    if (!faults.isEmpty()) {
      return Mono.just(new Reply.Invalid(faults));
    }
    return asking
        .who(request.caller(), request.runAs())
        .flatMap(
            who ->
                switch (who) {
                  case Asking.Who.Nobody(var email) -> Mono.just(new Reply.Unknown("User", email));
                  case Asking.Who.NotAllowed(var why) -> Mono.just(new Reply.Forbidden(why));
                  case Asking.Who.Someone someone -> onEntity(action, request, someone);
                });
  }

  private Mono<Reply> onEntity(Action action, Request request, Asking.Who.Someone who) {
    var blueprint = action.blueprint();
    if (blueprint == null || !RequestShape.needsEntity(action)) {
      return allowed(action, request, who, null);
    }
    var identifier = request.body().path("entity").asString("");
    return entityInputs
        .entity(who.caller(), blueprint, identifier)
        .flatMap(entity -> allowed(action, request, who, entity))
        .defaultIfEmpty(new Reply.Unknown("Entity", identifier));
  }

  private Mono<Reply> allowed(
      Action action, Request request, Asking.Who.Someone who, @Nullable JsonNode entity) {
    if (entity != null && !conditionMet(action, who, entity)) {
      return Mono.just(
          new Reply.Invalid(
              List.of(new Fault("/entity", "does not meet the condition of this action"))));
    }
    var decision =
        AccessPolicy.decide(action.permissions().path("execute"), who.caller(), teams(entity));
    return switch (decision) {
      case AccessPolicy.Decision.Denied(var why) ->
          Mono.just(
              new Reply.Forbidden(
                  "You may not execute action \"" + action.identifier() + "\": " + why));
      case AccessPolicy.Decision.Permitted _ -> valid(action, request, who, entity);
    };
  }

  private static boolean conditionMet(Action action, Asking.Who.Someone who, JsonNode entity) {
    var person = who.person();
    return EntityCondition.met(
        action.triggerJson().path("condition"),
        entity,
        who.caller(),
        person == null ? MissingNode.getInstance() : person.user());
  }

  private static Set<String> teams(@Nullable JsonNode entity) {
    var teams = new HashSet<String>();
    if (entity != null) {
      var owners = entity.path("team");
      owners.forEach(team -> teams.add(team.asString("")));
      if (owners.isString()) {
        teams.add(owners.stringValue());
      }
    }
    return teams;
  }

  private Mono<Reply> valid(
      Action action, Request request, Asking.Who.Someone who, @Nullable JsonNode entity) {
    var given = (ObjectNode) request.body().path("properties");
    return switch (InputValidator.check(action.userInputs(), given)) {
      case InputValidator.Outcome.Faulty(var faults) -> Mono.just(new Reply.Invalid(faults));
      case InputValidator.Outcome.Fits(var inputs) ->
          encrypted(who.caller().organization(), inputs)
              .flatMap(
                  raw ->
                      entityInputs
                          .resolve(who.caller(), inputs, raw)
                          .flatMap(
                              resolved ->
                                  switch (resolved) {
                                    case EntityInputs.Resolved.Missing(var faults) ->
                                        Mono.just(new Reply.Invalid(faults));
                                    case EntityInputs.Resolved.Found(var properties) ->
                                        keepInvocation.handle(
                                            request,
                                            invocation(
                                                action, who, entity, inputs, properties, raw));
                                  }));
    };
  }

  /** Nothing secret goes on in clear from here. */
  private Mono<ObjectNode> encrypted(String organization, UserInputs inputs) {
    if (!inputs.secrets().containsValue(UserInputs.Encryption.OURS)) {
      return Mono.just(inputs.values());
    }
    return credentials
        .signingSecret(organization)
        .map(secret -> SecretInputs.encrypt(inputs, secret));
  }

  private Invocation invocation(
      Action action,
      Asking.Who.Someone who,
      @Nullable JsonNode entity,
      UserInputs inputs,
      ObjectNode properties,
      ObjectNode raw) {
    return new Invocation(
        Ids.withPrefix("r_"),
        Ids.event(),
        action,
        entity,
        properties,
        raw,
        inputs.secrets().keySet().stream().sorted().toList(),
        who.caller(),
        who.person(),
        Times.shown(clock.instant()));
  }
}
