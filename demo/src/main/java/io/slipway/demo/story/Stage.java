package io.slipway.demo.story;

import io.slipway.demo.DemoSettings;
import io.slipway.demo.agent.Login;
import io.slipway.demo.agent.SlipwayApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Sets what the stories need besides the catalog and the actions of {@code examples/online-shop}:
 * people, and who may approve.
 */
final class Stage {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static final String SCAFFOLD = "scaffold_service";
  static final String ENVIRONMENT = "create_environment";
  static final String LONG_ENVIRONMENT = "create_long_environment";

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

  Cast set() throws InterruptedException {
    narrator.title("Setting the stage, as the Admin " + settings.adminEmail());
    var developer = person("developer");
    var approver = person("approver");
    narrator.say("people       %s, %s (Members)", developer, approver);
    for (var identifier : ACTIONS) {
      api.get("/v1/actions/" + identifier)
          .expect("There is no action %s; apply examples/online-shop".formatted(identifier));
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
