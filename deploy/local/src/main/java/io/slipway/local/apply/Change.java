package io.slipway.local.apply;

/** What has to happen to what is there. */
enum Change {
  CREATE("created", "to create"),
  UPDATE("changed", "to change"),
  NONE("unchanged", "unchanged");

  private final String done;
  private final String due;

  Change(String done, String due) {
    this.done = done;
    this.due = due;
  }

  String done() {
    return done;
  }

  String due() {
    return due;
  }
}
