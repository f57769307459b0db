package io.slipway.actionapi.access;

import java.util.Locale;
import reactor.core.publisher.Mono;

/**
 * Remembers people for at most a second, and forgets an organisation's at once when this edge
 * forwards a change of people.
 */
public final class RememberedPeople implements People {
  private final People catalog;
  private final Memory<Key, Person> memory = new Memory<>();

  private record Key(String organization, String email) {}

  public RememberedPeople(People catalog) {
    this.catalog = catalog;
  }

  @Override
  public Mono<Person> find(String organization, String email) {
    var key = new Key(organization, email.toLowerCase(Locale.ROOT));
    return memory.recall(key, () -> catalog.find(key.organization(), key.email()));
  }

  /** Asks anew from now on, also where the answer to an earlier question is still under way. */
  public void forget(String organization) {
    memory.forget(key -> key.organization().equals(organization));
  }
}
