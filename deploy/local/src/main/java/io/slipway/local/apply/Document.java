package io.slipway.local.apply;

import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that should be there.
 *
 * @param body as the API takes it; without {@code kind}
 */
record Document(Kind kind, ObjectNode body, Place place) {

  /** Its identifier, name or address. */
  String key() {
    return body.path(kind.key()).asString("");
  }

  /** The blueprint of an entity. */
  String blueprint() {
    return body.path("blueprint").asString("");
  }

  /** What tells it from every other document. */
  String id() {
    return switch (kind) {
      case ENTITY -> blueprint() + "/" + key();
      case USER -> key().toLowerCase(java.util.Locale.ROOT);
      case BLUEPRINT, TEAM, ACTION -> key();
    };
  }

  /** What a person calls it: {@code entity Component/cart}. */
  String name() {
    return kind.word() + " " + id();
  }
}
