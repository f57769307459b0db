package io.slipway.demo.story;

import java.util.Optional;

/** Puts the lines of an event stream together to events, as the HTML standard has it. */
final class ServerSentEvents {

  private String id = "";
  private String name = "";
  private final StringBuilder data = new StringBuilder();

  /**
   * One event.
   *
   * @param id the last id that the stream has named, for resuming after this event
   */
  record Event(String id, String name, String data) {}

  /** Takes one line; an empty one completes the event, if there is any. */
  Optional<Event> line(String line) {
    if (line.isEmpty()) {
      return complete();
    }
    var colon = line.indexOf(':');
    if (colon == 0) {
      return Optional.empty(); // A comment, to keep the connection warm.
    }
    var field = colon < 0 ? line : line.substring(0, colon);
    var value = colon < 0 ? "" : line.substring(colon + 1);
    if (value.startsWith(" ")) {
      value = value.substring(1);
    }
    switch (field) {
      case "id" -> id = value;
      case "event" -> name = value;
      case "data" -> data.append(value).append('\n');
      default -> {} // Such as "retry"; a reader passes over what it does not know.
    }
    return Optional.empty();
  }

  private Optional<Event> complete() {
    var whole = data.isEmpty() ? "" : data.substring(0, data.length() - 1);
    var event = new Event(id, name.isEmpty() ? "message" : name, whole);
    var isEvent = !data.isEmpty();
    name = "";
    data.setLength(0);
    return isEvent ? Optional.of(event) : Optional.empty();
  }
}
