package io.slipway.catalog.people;

import io.slipway.catalog.entity.Entity;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import tools.jackson.databind.node.ObjectNode;

/** A team, seen through the entity that it is; its name is the title. */
public record Team(Entity entity) {

  public String identifier() {
    return entity.identifier();
  }

  public String name() {
    return entity.content().title();
  }

  /** The team as the REST routes show one, without its members. */
  public ObjectNode view() {
    var view = Json.object();
    view.put("id", entity.id());
    view.put("name", name());
    view.put("createdAt", Times.text(entity.stamp().createdAt()));
    view.put("updatedAt", Times.text(entity.stamp().updatedAt()));
    view.put("provider", "port");
    view.put("description", Json.string(entity.content().properties(), "description"));
    return view;
  }
}
