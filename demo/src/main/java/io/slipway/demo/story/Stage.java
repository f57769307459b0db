package io.slipway.demo.story;

import io.slipway.demo.DemoSettings;
import io.slipway.demo.agent.Login;
import io.slipway.demo.agent.SlipwayApi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Sets what the stories need: people, blueprints, actions. What is there already is brought up to
 * date.
 */
final class Stage {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static final String SCAFFOLD = "scaffold_service";
  static final String ENVIRONMENT = "create_environment";
  static final String LONG_ENVIRONMENT = "create_long_environment";

  static final List<String> BLUEPRINTS = List.of("Domain", "System", "service", "environment");
  private static final List<String> ACTIONS = List.of(SCAFFOLD, ENVIRONMENT, LONG_ENVIRONMENT);

  private final DemoSettings settings;
  private final Narrator narrator;
  private final SlipwayApi api;

  Stage(DemoSettings settings, Narrator narrator) {
    this.settings = settings;
    this.narrator = narrator;
    var login = Login.password(settings.adminEmail(), settings.adminPassword());
    api = new SlipwayApi(settings.apiUrl(), login, PATIENCE);
  }

  Cast set() throws IOException, InterruptedException {
    narrator.title("Setting the stage, as the Admin " + settings.adminEmail());
    for (var identifier : BLUEPRINTS) {
      blueprint(identifier);
    }
    narrator.say("blueprints   %s", String.join(", ", BLUEPRINTS));
    entities("Domain");
    entities("System");
    var developer = person("developer");
    var approver = person("approver");
    narrator.say("people       %s, %s (Members)", developer, approver);
    for (var identifier : ACTIONS) {
      action(identifier);
    }
    narrator.say("actions      %s", String.join(", ", ACTIONS));
    permit(approver);
    narrator.say("%s asks for approval; only %s may give it", LONG_ENVIRONMENT, approver);
    var admin = new Person(settings.adminEmail(), id(settings.adminEmail()), api);
    var programs =
        Map.of(
            settings.clientId(), "the agent, by HTTP", settings.orgId(), "the agent, by the topic");
    return new Cast(admin, developer, approver, programs);
  }

  private void blueprint(String identifier) throws IOException, InterruptedException {
    var wanted = Model.blueprint(identifier);
    var made = api.post("/v1/blueprints", wanted);
    if (made.status() == 409) {
      // Not PUT: it would take away what somebody else has added.
      made = api.patch("/v1/blueprints/" + identifier, wanted);
    }
    made.expect("The blueprint %s was not taken".formatted(identifier));
  }

  private void entities(String blueprint) throws IOException, InterruptedException {
    var path = "/v1/blueprints/%s/entities?upsert=true&merge=true".formatted(blueprint);
    for (JsonNode entity : Model.entities(blueprint)) {
      api.post(path, entity).expect("An entity of %s was not taken".formatted(blueprint));
    }
  }

  private void action(String identifier) throws IOException, InterruptedException {
    var wanted = Model.action(identifier);
    var made = api.post("/v1/actions", wanted);
    if (made.status() == 409) {
      made = api.put("/v1/actions/" + identifier, wanted);
    }
    made.expect("The action %s was not taken".formatted(identifier));
  }

  /** Invites them, unless they are here, and gives them credentials of their own. */
  private Person person(String name) throws InterruptedException {
    var email = name + settings.adminEmail().substring(settings.adminEmail().indexOf('@'));
    var segment = SlipwayApi.segment(email);
    var known = api.get("/v1/users/" + segment);
    if (known.status() == 404) {
      var invitee = Map.of("email", email, "roles", List.of("Member"), "teams", List.of());
      api.post("/v1/users/invite?notify=false", Map.of("invitee", invitee))
          .expect("%s was not invited".formatted(email));
    } else {
      known.expect("Slipway does not say whether it knows " + email);
    }
    var credentials =
        api.post("/api/users/" + segment + "/credentials", Map.of())
            .expect("%s got no credentials".formatted(email));
    var login =
        Login.client(
            credentials.path("clientId").asString(""),
            credentials.path("clientSecret").asString(""));
    return new Person(email, id(email), new SlipwayApi(settings.apiUrl(), login, PATIENCE));
  }

  private String id(String email) throws InterruptedException {
    var answer = api.get("/v1/users/" + SlipwayApi.segment(email));
    return answer.expect(email + " is not known").path("user").path("id").asString("");
  }

  private void permit(Person approver) throws InterruptedException {
    var approve =
        Map.of("users", List.of(approver.email()), "roles", List.of(), "teams", List.of());
    api.patch("/v1/actions/" + LONG_ENVIRONMENT + "/permissions", Map.of("approve", approve))
        .expect("The permissions of %s were not taken".formatted(LONG_ENVIRONMENT));
  }
}
