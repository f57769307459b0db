package io.slipway.catalog.webhook;

import io.slipway.catalog.access.AccessPolicy;
import io.slipway.catalog.definition.Definition;
import io.slipway.catalog.definition.Definition.Kind;
import io.slipway.catalog.definition.Definitions.Scope;
import io.slipway.catalog.definition.EditDefinitions;
import io.slipway.catalog.organization.Organizations;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The inbound webhooks of organisations, which only Admins see whole. */
public final class Webhooks {
  private static final String KEY = "$key";

  private final EditDefinitions definitions;
  private final Organizations organizations;

  public Webhooks(EditDefinitions definitions, Organizations organizations) {
    this.definitions = definitions;
    this.organizations = organizations;
  }

  /** All of them. */
  public Mono<List<ObjectNode>> all(Caller caller) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustBeAdmin(caller, "read webhooks");
          return organizations
              .publicUrl(caller.organization())
              .flatMap(
                  url ->
                      definitions
                          .all(scope(caller))
                          .map(webhook -> view(webhook, url))
                          .collectList());
        });
  }

  /** What everybody may know of them. */
  public Mono<List<ObjectNode>> metadata(Caller caller) {
    return definitions
        .all(scope(caller))
        .map(
            webhook -> {
              var view = webhook.view();
              return view.retain("identifier", "title", "icon", "updatedAt");
            })
        .collectList();
  }

  /** One. */
  public Mono<ObjectNode> get(Caller caller, String identifier) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustBeAdmin(caller, "read webhooks");
          return shown(caller, definitions.get(scope(caller), identifier));
        });
  }

  /** Makes one; it gets a key of its own, and an identifier where none is said. */
  public Mono<ObjectNode> create(Caller caller, ObjectNode body) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustBeAdmin(caller, "create webhooks");
          var said = body.deepCopy();
          if (!said.has("identifier")) {
            said.put("identifier", "wh_" + Ids.random(16));
          }
          var valid = WebhookValidator.valid(said);
          valid.put(KEY, Ids.random(32));
          return shown(caller, definitions.create(caller, scope(caller), valid));
        });
  }

  /** Replaces one; its key stays. */
  public Mono<ObjectNode> replace(Caller caller, String identifier, ObjectNode body) {
    return change(
        caller,
        identifier,
        before -> {
          var said = body.deepCopy();
          if (!said.has("identifier")) {
            said.put("identifier", identifier);
          }
          return said;
        });
  }

  /** Changes what a body names. */
  public Mono<ObjectNode> patch(Caller caller, String identifier, ObjectNode body) {
    return change(
        caller,
        identifier,
        before -> {
          var said = before.deepCopy();
          said.remove(KEY);
          said.setAll(body);
          return said;
        });
  }

  private Mono<ObjectNode> change(
      Caller caller, String identifier, UnaryOperator<ObjectNode> change) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustBeAdmin(caller, "change webhooks");
          return shown(
              caller,
              definitions.change(
                  caller,
                  scope(caller),
                  identifier,
                  before -> {
                    var valid = WebhookValidator.valid(change.apply(before));
                    valid.set(KEY, before.get(KEY));
                    return valid;
                  }));
        });
  }

  /** Forgets one. */
  public Mono<Void> delete(Caller caller, String identifier) {
    return Mono.defer(
        () -> {
          AccessPolicy.mustBeAdmin(caller, "delete webhooks");
          return definitions.delete(caller, scope(caller), identifier);
        });
  }

  private Mono<ObjectNode> shown(Caller caller, Mono<Definition> webhook) {
    return webhook.zipWith(
        organizations.publicUrl(caller.organization()), (one, url) -> view(one, url));
  }

  private static ObjectNode view(Definition webhook, String publicUrl) {
    var view = webhook.view();
    var key = String.valueOf(Json.string(webhook.body(), KEY));
    view.remove(KEY);
    view.put("webhookKey", key);
    view.put("url", publicUrl + "/ingest/" + key);
    return view;
  }

  private static Scope scope(Caller caller) {
    return new Scope(caller.organization(), Kind.WEBHOOK, null);
  }
}
