package io.slipway.catalog.people;

import io.slipway.catalog.entity.Entity;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A user, seen through the entity that it is. */
public record Person(Entity entity) {
  private static final String ACTIVE = "Active";
  private static final String INVITED = "Invited";

  public String email() {
    return entity.identifier();
  }

  /** Survives everything that may be changed about a person. */
  public String userId() {
    return entity.id();
  }

  /** The title, which is the e-mail address until somebody says a name. */
  public String name() {
    return entity.content().title();
  }

  public String status() {
    return text("status", "Staged");
  }

  /** True for those who can do something here: they have signed in, or may yet. */
  public boolean mayAct() {
    return status().equals(ACTIVE) || status().equals(INVITED);
  }

  public boolean isServiceAccount() {
    return text("port_type", "Standard").equals("Service Account");
  }

  public List<String> roles() {
    return Roles.of(entity.content().properties());
  }

  /** Identifiers of the teams. */
  public List<String> teams() {
    return entity.content().team();
  }

  private String text(String property, String otherwise) {
    var text = Json.string(entity.content().properties(), property);
    return text == null ? otherwise : text;
  }

  /**
   * The user as the REST routes show one.
   *
   * @param teamNames the names of all teams by their identifiers
   */
  public ObjectNode view(Map<String, String> teamNames) {
    var status = status().toUpperCase(Locale.ROOT);
    var names = names();
    var view = Json.object();
    view.put("email", email());
    view.put("firstName", names[0]);
    view.put("lastName", names[1]);
    view.put("picture", "");
    view.put("status", status);
    view.put("id", userId());
    view.put("type", isServiceAccount() ? "SERVICE_ACCOUNT" : "STANDARD");
    view.set("providers", Json.strings(List.of("port")));
    view.put("createdAt", Times.text(entity.stamp().createdAt()));
    view.put("updatedAt", Times.text(entity.stamp().updatedAt()));
    view.putArray("orgs").addObject().put("id", entity.organization());
    view.set(
        "teams",
        Json.strings(teams().stream().map(team -> teamNames.getOrDefault(team, team)).toList()));
    view.set("teamsIdentifiers", Json.strings(teams()));
    var roles = view.putArray("roles");
    roles().forEach(role -> roles.addObject().put("name", role));
    view.putArray("orgMembers")
        .addObject()
        .put("orgId", entity.organization())
        .put("status", status);
    view.put("termsAccepted", true);
    return view;
  }

  private String[] names() {
    if (name().equals(email())) {
      return new String[] {"", ""};
    }
    int space = name().indexOf(' ');
    return space < 0
        ? new String[] {name(), ""}
        : new String[] {name().substring(0, space), name().substring(space + 1)};
  }
}
