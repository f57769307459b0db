package io.slipway.actionapi.invocation;

import io.slipway.actionapi.access.Credential;
import io.slipway.actionapi.access.Credentials;
import io.slipway.actionapi.access.People;
import io.slipway.actionapi.access.Person;
import io.slipway.actionapi.action.Action;
import io.slipway.actionapi.action.ActionPermissions;
import io.slipway.actionapi.action.Actions;
import io.slipway.chassis.audit.AuditEntry;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** An edge in memory: actions, people and entities as a test wants them, and what was kept. */
final class InvocationFixture {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final Caller MACHINE = Caller.machine("org_a", "client");

  final Map<String, Action> actions = new HashMap<>();
  final Map<String, Person> people = new HashMap<>();
  final Map<String, JsonNode> entities = new HashMap<>();
  final List<Invocation> kept = new ArrayList<>();

  InvokeAction invokeAction() {
    People known = (organization, email) -> Mono.justOrEmpty(people.get(email));
    Entities catalog =
        (caller, blueprint, identifier) ->
            Mono.justOrEmpty(entities.get(blueprint + "/" + identifier));
    Announcements announcements =
        asked -> new Said(asked.eventId(), asked.runId(), Map.of(), new byte[0]);
    return new InvokeAction(
        new InMemoryActions(),
        new Asking(known),
        new EntityInputs(catalog),
        new OneSecret(),
        new KeepInvocation(new InMemoryInvocations(), announcements),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Adds an action; single quotes stand for double ones. */
  Action action(String trigger, String more) {
    var definition =
        Json.object(
            ("{'identifier':'deploy','title':'Deploy','icon':'Rocket','trigger':"
                    + trigger
                    + ",'invocationMethod':{'type':'KAFKA'}"
                    + more
                    + "}")
                .replace('\'', '"'));
    var action =
        new Action(
            "action_1",
            "org_a",
            "deploy",
            definition,
            ActionPermissions.defaults(null),
            NOW,
            "me",
            NOW,
            "me");
    actions.put("deploy", action);
    return action;
  }

  static String create(String properties) {
    return "{'type':'self-service','operation':'CREATE','userInputs':{'properties':"
        + properties
        + "}}";
  }

  static String onService(String more) {
    return "{'type':'self-service','operation':'DAY-2','blueprintIdentifier':'service',"
        + "'userInputs':{'properties':{}}"
        + more
        + "}";
  }

  Caller person(String email, String role, String... teams) {
    var person =
        new Person(
            email,
            "id_" + email,
            "Active",
            Caller.Kind.USER,
            Set.of(role),
            Set.of(teams),
            Json.object().put("email", email));
    people.put(email, person);
    return person.caller("org_a", "UI");
  }

  private final class InMemoryActions implements Actions {
    @Override
    public Mono<Action> find(String organization, String identifier) {
      return Mono.justOrEmpty(actions.get(identifier))
          .filter(action -> action.organization().equals(organization));
    }

    @Override
    public Flux<Action> all(String organization) {
      return Flux.fromIterable(actions.values());
    }

    @Override
    public Mono<Boolean> add(Action action, AuditEntry entry) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Replaced> replace(Action before, Action after, AuditEntry entry) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> permit(Action before, Action after, AuditEntry entry) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> remove(Action action, AuditEntry entry) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> blueprintRenamed(
        String eventId, String organization, String from, String to) {
      throw new UnsupportedOperationException();
    }
  }

  private final class InMemoryInvocations implements Invocations {
    private final Map<String, Key> keys = new HashMap<>();
    private final Map<String, JsonNode> runs = new HashMap<>();

    @Override
    public Mono<Kept> keep(Invocation invocation, Key key, Said said, JsonNode run) {
      var scope = key.principal() + "/" + key.key();
      var before = keys.get(scope);
      if (!key.key().isEmpty() && before != null) {
        return Mono.just(
            java.util.Arrays.equals(before.bodyHash(), key.bodyHash())
                ? new Kept.Before(runs.get(scope))
                : new Kept.KeyUsed());
      }
      keys.put(scope, key);
      runs.put(scope, run);
      kept.add(invocation);
      return Mono.just(new Kept.New());
    }

    @Override
    public Mono<Said> said(String organization, String runId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<JsonNode> unconfirmedRun(String organization, String runId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<List<Said>> unconfirmed(String organization, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> confirm(String organization, Collection<String> runIds) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Long> sweep() {
      throw new UnsupportedOperationException();
    }
  }

  private static final class OneSecret implements Credentials {
    @Override
    public Mono<String> signingSecret(String organization) {
      return Mono.just("a-client-secret-that-is-longer-than-32-bytes");
    }

    @Override
    public Mono<Void> add(Credential credential) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Void> replace(Credential credential) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Flux<Credential> withClientId(String clientId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> stillCount(String credentialOrSession) {
      throw new UnsupportedOperationException();
    }
  }
}
