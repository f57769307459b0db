package io.slipway.notifier.notification.kafka;

import io.slipway.chassis.json.Json;
import io.slipway.events.Actor;
import io.slipway.notifier.notification.Requester;

/** Reads who did something. */
final class Actors {
  private Actors() {}

  static Requester requester(Actor actor) {
    return new Requester(
        actor.getUserId(), actor.getEmail(), Json.parseOptional(actor.getUserJson()));
  }
}
