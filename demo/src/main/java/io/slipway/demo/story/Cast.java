package io.slipway.demo.story;

import java.util.Map;

/** Who plays: the organisation's Admin, somebody who asks, and somebody who may say yes or no. */
record Cast(Person admin, Person developer, Person approver, Map<String, String> programs) {

  /**
   * Finds names for ids.
   *
   * @param programs those who are no persons: the agent by its client id, and by its organisation
   *     when it reports by the topic
   */
  Cast {
    programs = Map.copyOf(programs);
  }

  /** How the story calls whoever has this id. */
  String name(String id) {
    for (var person : new Person[] {admin, developer, approver}) {
      if (person.id().equals(id)) {
        return person.email();
      }
    }
    return programs.getOrDefault(id, id);
  }
}
