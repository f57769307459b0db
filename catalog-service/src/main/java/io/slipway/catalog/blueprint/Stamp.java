package io.slipway.catalog.blueprint;

import io.slipway.chassis.json.Times;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Who made something and who changed it last, and when. */
public record Stamp(Instant createdAt, String createdBy, Instant updatedAt, String updatedBy) {

  /** Of something new. */
  public static Stamp fresh(Instant at, String by) {
    return new Stamp(at, by, at, by);
  }

  /** Of the same thing, changed. */
  public Stamp changed(Instant at, String by) {
    return new Stamp(createdAt, createdBy, at, by);
  }

  /** Adds the four members that every resource shows. */
  public void write(ObjectNode view) {
    view.put("createdAt", Times.text(createdAt));
    view.put("createdBy", createdBy);
    view.put("updatedAt", Times.text(updatedAt));
    view.put("updatedBy", updatedBy);
  }
}
