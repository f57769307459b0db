package io.slipway.catalog.definition;

import io.slipway.catalog.blueprint.Stamp;
import io.slipway.catalog.change.Atomic;
import io.slipway.catalog.change.Doing;
import io.slipway.catalog.change.Fact;
import io.slipway.catalog.change.Fact.DefinitionFact;
import io.slipway.catalog.change.Ledger;
import io.slipway.catalog.definition.Definitions.Scope;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps definitions, each change in one transaction with its audit row. */
public final class EditDefinitions {
  private final Definitions definitions;
  private final Ledger ledger;
  private final Atomic atomic;
  private final Clock clock;

  public EditDefinitions(Definitions definitions, Ledger ledger, Atomic atomic, Clock clock) {
    this.definitions = definitions;
    this.ledger = ledger;
    this.atomic = atomic;
    this.clock = clock;
  }

  /** All of a scope. */
  public Flux<Definition> all(Scope scope) {
    return definitions.all(scope);
  }

  /** All of a kind. */
  public Flux<Definition> everywhere(String organization, Definition.Kind kind) {
    return definitions.everywhere(organization, kind);
  }

  /** One, or 404. */
  public Mono<Definition> get(Scope scope, String identifier) {
    return definitions
        .find(scope, identifier)
        .switchIfEmpty(Mono.error(() -> Refusal.notFound(scope.kind().resource(), identifier)));
  }

  /** A valid body becomes a definition; 409 when there is one of that identifier. */
  public Mono<Definition> create(Caller caller, Scope scope, ObjectNode body) {
    return atomic.atomically(Mono.defer(() -> create(doing(caller), scope, body)));
  }

  private Mono<Definition> create(Doing doing, Scope scope, ObjectNode body) {
    var identifier = identifier(body);
    return definitions
        .find(scope, identifier)
        .<Definition>flatMap(
            there -> Mono.error(Refusal.taken(scope.kind().resource(), identifier)))
        .switchIfEmpty(
            Mono.defer(
                () -> {
                  var made =
                      new Definition(
                          scope.organization(),
                          scope.kind(),
                          Ids.withPrefix(scope.kind().prefix()),
                          scope.blueprintId(),
                          identifier,
                          body,
                          Stamp.fresh(doing.at(), doing.by().principal()));
                  return definitions
                      .insert(made)
                      .then(note(Fact.Kind.CREATE, made, null, made.audit(), doing))
                      .thenReturn(made);
                }));
  }

  /**
   * Changes one; a change that changes nothing is none.
   *
   * @param change from the body before to a valid one
   */
  public Mono<Definition> change(
      Caller caller, Scope scope, String identifier, UnaryOperator<ObjectNode> change) {
    return atomic.atomically(
        Mono.defer(() -> get(scope, identifier))
            .flatMap(before -> change(doing(caller), scope, before, change.apply(before.body()))));
  }

  private Mono<Definition> change(Doing doing, Scope scope, Definition before, ObjectNode body) {
    if (Json.text(body).equals(Json.text(before.body()))) {
      return Mono.just(before);
    }
    var identifier = identifier(body);
    var after =
        before.with(identifier, body, before.stamp().changed(doing.at(), doing.by().principal()));
    var free =
        identifier.equals(before.identifier())
            ? Mono.<Void>empty()
            : definitions
                .find(scope, identifier)
                .flatMap(
                    there -> Mono.<Void>error(Refusal.taken(scope.kind().resource(), identifier)));
    return free.then(Mono.defer(() -> definitions.update(after)))
        .then(note(Fact.Kind.UPDATE, after, before.audit(), after.audit(), doing))
        .thenReturn(after);
  }

  /** Keeps another body without that being a change: nobody's name and no audit row is on it. */
  public Mono<Definition> touch(Scope scope, String identifier, UnaryOperator<ObjectNode> change) {
    return atomic.atomically(
        Mono.defer(() -> get(scope, identifier))
            .flatMap(
                before -> {
                  var after = before.followed(change.apply(before.body()));
                  return definitions.update(after).thenReturn(after);
                }));
  }

  /** Makes these valid bodies all that there is: changes, creates, and deletes the others. */
  public Mono<List<Definition>> replaceAll(Caller caller, Scope scope, List<ObjectNode> bodies) {
    var doing = doing(caller);
    var kept = bodies.stream().map(EditDefinitions::identifier).toList();
    return atomic.atomically(
        Mono.defer(() -> definitions.all(scope).collectList())
            .flatMap(
                before ->
                    Flux.fromIterable(before)
                        .filter(one -> !kept.contains(one.identifier()))
                        .concatMap(one -> delete(doing, one))
                        .thenMany(Flux.fromIterable(bodies))
                        .concatMap(body -> put(doing, scope, body))
                        .collectList()));
  }

  private Mono<Definition> put(Doing doing, Scope scope, ObjectNode body) {
    return definitions
        .find(scope, identifier(body))
        .flatMap(before -> change(doing, scope, before, body))
        .switchIfEmpty(Mono.defer(() -> create(doing, scope, body)));
  }

  /** Forgets one, or 404. */
  public Mono<Void> delete(Caller caller, Scope scope, String identifier) {
    return atomic.atomically(
        Mono.defer(() -> get(scope, identifier)).flatMap(one -> delete(doing(caller), one)));
  }

  private Mono<Void> delete(Doing doing, Definition one) {
    return definitions.delete(one).then(note(Fact.Kind.DELETE, one, one.audit(), null, doing));
  }

  private Mono<Void> note(
      Fact.Kind kind,
      Definition about,
      @org.jspecify.annotations.Nullable JsonNode before,
      @org.jspecify.annotations.Nullable JsonNode after,
      Doing doing) {
    return ledger.noteDefinition(
        new DefinitionFact(kind, about.kind().audited(), about.identifier(), before, after), doing);
  }

  private Doing doing(Caller caller) {
    return new Doing(caller, Times.shown(clock.instant()), null);
  }

  private static String identifier(ObjectNode body) {
    return String.valueOf(Json.string(body, "identifier"));
  }
}
