package io.slipway.actionapi.action;

import io.slipway.chassis.audit.AuditEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where actions are kept. Every change takes the audit entry that says so along. */
public interface Actions {

  /** The action of this name; empty when there is none. */
  Mono<Action> find(String organization, String identifier);

  /** All of them, by name. */
  Flux<Action> all(String organization);

  /** Adds one; false when the name is taken. */
  Mono<Boolean> add(Action action, AuditEntry entry);

  /** Keeps a changed definition. Automations that name the action follow a rename. */
  Mono<Replaced> replace(Action before, Action after, AuditEntry entry);

  /** What became of a change. */
  enum Replaced {
    DONE,
    TAKEN,
    GONE
  }

  /**
   * Keeps changed permissions.
   *
   * @return false when they were not those of {@code before} any more, and nothing was changed
   */
  Mono<Boolean> permit(Action before, Action after, AuditEntry entry);

  /** Takes one away; false when there is none. */
  Mono<Boolean> remove(Action action, AuditEntry entry);

  /** Every action that refers to a blueprint follows its new name, once per event. */
  Mono<Void> blueprintRenamed(String eventId, String organization, String from, String to);
}
