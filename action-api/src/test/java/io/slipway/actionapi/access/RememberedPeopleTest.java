package io.slipway.actionapi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

class RememberedPeopleTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void asksOnceForManyAndAgainAfterASecond() {
    var time = VirtualTimeScheduler.getOrSet();
    try {
      var people = new RememberedPeople((organization, email) -> ask(email));

      people.find("org_a", "ada@x").block();
      people.find("org_a", "ADA@x").block();
      assertThat(asked).hasValue(1);

      time.advanceTimeBy(Duration.ofMillis(1001));
      people.find("org_a", "ada@x").block();
      assertThat(asked).hasValue(2);
    } finally {
      VirtualTimeScheduler.reset();
    }
  }

  @Test
  void keepsOrganizationsApart() {
    var people = new RememberedPeople((organization, email) -> ask(organization + email));

    assertThat(people.find("org_a", "x@x").block().email()).isEqualTo("org_ax@x");
    assertThat(people.find("org_b", "x@x").block().email()).isEqualTo("org_bx@x");
  }

  /** A question under way when people change may still be answered with how they were. */
  @Test
  void forgetsAlsoWhatIsStillUnderWay() {
    var slow = Sinks.<Person>one();
    var people =
        new RememberedPeople(
            (organization, email) ->
                asked.getAndIncrement() == 0 ? slow.asMono() : Mono.just(person("new")));
    var before = people.find("org_a", "ada@x").toFuture();

    people.forget("org_a");
    slow.tryEmitValue(person("old"));

    assertThat(before.join().email()).isEqualTo("old");
    assertThat(people.find("org_a", "ada@x").block().email()).isEqualTo("new");
  }

  @Test
  void remembersNoFailure() {
    var people =
        new RememberedPeople(
            (organization, email) ->
                asked.getAndIncrement() == 0
                    ? Mono.error(new IllegalStateException("away"))
                    : Mono.just(person(email)));

    assertThat(people.find("org_a", "ada@x").onErrorComplete().block()).isNull();
    assertThat(people.find("org_a", "ada@x").block().email()).isEqualTo("ada@x");
  }

  private Mono<Person> ask(String email) {
    asked.incrementAndGet();
    return Mono.just(person(email));
  }

  private static Person person(String email) {
    return new Person(email, "id", "Active", Caller.Kind.USER, Set.of(), Set.of(), Json.object());
  }
}
