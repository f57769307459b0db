package io.slipway.catalog.integration;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.definition.Definition;
import io.slipway.catalog.definition.Definition.Kind;
import io.slipway.catalog.definition.Definitions.Scope;
import io.slipway.catalog.definition.EditDefinitions;
import io.slipway.catalog.organization.Organizations;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.chassis.problem.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What integrations keep here about themselves. The time of the last change moves only when
 * something is different: integrations begin anew when it does, and say so here.
 */
public final class Integrations {
  private static final String REQUEST = "$resyncRequest";

  private final EditDefinitions definitions;
  private final Organizations organizations;
  private final Clock clock;

  public Integrations(EditDefinitions definitions, Organizations organizations, Clock clock) {
    this.definitions = definitions;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** All of them. */
  public Mono<List<ObjectNode>> all(Caller caller) {
    return organizations
        .publicUrl(caller.organization())
        .flatMap(url -> definitions.all(scope(caller)).map(one -> view(one, url)).collectList());
  }

  /**
   * One.
   *
   * @param byLog whether it is named by the address to which it sends its log
   */
  public Mono<ObjectNode> get(Caller caller, String identifier, boolean byLog) {
    if (!byLog) {
      return shown(caller, definitions.get(scope(caller), identifier));
    }
    return shown(
        caller,
        definitions
            .all(scope(caller))
            .filter(one -> one.id().equals(identifier))
            .next()
            .switchIfEmpty(Mono.error(() -> Refusal.notFound("Integration", identifier))));
  }

  /**
   * Makes one.
   *
   * @param upsert whether one that is there is changed
   */
  public Mono<ObjectNode> create(Caller caller, ObjectNode body, boolean upsert) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustBeAdmin(caller, "install integrations");
          var valid = IntegrationValidator.valid(Json.object(), body);
          var made = definitions.create(caller, scope(caller), valid);
          return shown(
              caller,
              upsert
                  ? made.onErrorResume(
                      Refusal.class,
                      refusal ->
                          refusal.status() == 409
                              ? changed(
                                  caller,
                                  valid.path("identifier").asString(),
                                  before -> IntegrationValidator.valid(before, body))
                              : Mono.error(refusal))
                  : made);
        });
  }

  /** Changes what a body says; one that says nothing asks for a resync. */
  public Mono<ObjectNode> patch(Caller caller, String identifier, ObjectNode body) {
    return change(
        caller,
        identifier,
        before -> {
          var after = IntegrationValidator.valid(before, body);
          if (body.isEmpty()) {
            after.putObject(REQUEST).put("updatedAt", now());
          }
          return after;
        });
  }

  /** Takes note of how far an integration is, which is no change of it. */
  public Mono<ObjectNode> resyncState(Caller caller, String identifier, ObjectNode state) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustBeAdmin(caller, "change integrations");
          return shown(
              caller,
              definitions.touch(
                  scope(caller),
                  identifier,
                  before -> {
                    var after = before.deepCopy();
                    var known = after.withObject("/resyncState");
                    known.setAll(state);
                    known.put("updatedAt", now());
                    return after;
                  }));
        });
  }

  /** When somebody asked for a resync last, or null. */
  public Mono<JsonNode> resyncRequest(Caller caller, String identifier) {
    return definitions
        .get(scope(caller), identifier)
        .map(
            one -> {
              var request = one.body().get(REQUEST);
              return request == null ? Json.MAPPER.nullNode() : request;
            });
  }

  /** Forgets one. */
  public Mono<Void> delete(Caller caller, String identifier) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustBeAdmin(caller, "delete integrations");
          return definitions.delete(caller, scope(caller), identifier);
        });
  }

  private Mono<ObjectNode> change(
      Caller caller, String identifier, UnaryOperator<ObjectNode> change) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustBeAdmin(caller, "change integrations");
          return shown(caller, changed(caller, identifier, change));
        });
  }

  private Mono<Definition> changed(
      Caller caller, String identifier, UnaryOperator<ObjectNode> change) {
    return definitions.change(caller, scope(caller), identifier, change);
  }

  private String now() {
    return Times.text(Times.shown(clock.instant()));
  }

  private Mono<ObjectNode> shown(Caller caller, Mono<Definition> integration) {
    return integration.zipWith(
        organizations.publicUrl(caller.organization()), (one, url) -> view(one, url));
  }

  private static ObjectNode view(Definition integration, String publicUrl) {
    var view = integration.view();
    view.remove(REQUEST);
    view.put("installationType", "OnPrem");
    var ingest = publicUrl + "/v1/integration/" + integration.identifier() + "/ingest";
    view.putObject("logAttributes")
        .put("ingestId", integration.id())
        .put("ingestUrl", ingest + "/logs");
    view.putObject("metricAttributes").put("ingestUrl", ingest + "/metrics");
    view.putObject("ingestAttributes").put("ingestUrl", ingest + "/raw");
    return view;
  }

  private static Scope scope(Caller caller) {
    return new Scope(caller.organization(), Kind.INTEGRATION, null);
  }
}
