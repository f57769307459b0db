package io.slipway.actionapi.invocation;

import io.slipway.actionapi.access.People;
import io.slipway.actionapi.access.Person;
import io.slipway.chassis.caller.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** On whose behalf something is asked: the caller's own, or somebody's whom a machine names. */
public final class Asking {
  private final People people;

  public Asking(People people) {
    this.people = people;
  }

  /** Who it is. */
  public sealed interface Who {
    /** With the rights they have at this moment; a machine is no person. */
    record Someone(Caller caller, @Nullable Person person) implements Who {}

    /** There is nobody with this address. */
    record Nobody(String email) implements Who {}

    /** The caller may not ask for others. */
    record NotAllowed(String why) implements Who {}
  }

  Mono<Who> who(Caller caller, @Nullable String runAs) {
    if (runAs == null || runAs.isBlank()) {
      return self(caller);
    }
    if (!caller.isMachine()) {
      return Mono.just(
          new Who.NotAllowed("run_as is possible with the organization's own credentials only"));
    }
    return people
        .find(caller.organization(), runAs)
        .filter(Person::mayAct)
        .<Who>map(person -> new Who.Someone(person.behind(caller), person))
        .defaultIfEmpty(new Who.Nobody(runAs));
  }

  private Mono<Who> self(Caller caller) {
    var email = caller.email();
    if (caller.isMachine() || email == null) {
      return Mono.just(new Who.Someone(caller, null));
    }
    return people
        .find(caller.organization(), email)
        .<Who>map(person -> new Who.Someone(caller, person))
        .defaultIfEmpty(new Who.Nobody(email));
  }
}
