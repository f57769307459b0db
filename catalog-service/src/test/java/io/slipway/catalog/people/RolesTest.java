package io.slipway.catalog.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RolesTest {
  private static final Set<String> BLUEPRINTS = Set.of("svc", "a-moderator");

  @Property(tries = 100)
  void whatIsWrittenIsReadBack(@ForAll("roles") Set<String> roles) {
    var properties = Json.object();

    Roles.write(List.copyOf(roles), BLUEPRINTS, properties, "/roles");

    assertThat(Roles.of(properties)).containsExactlyInAnyOrderElementsOf(roles);
  }

  @Provide
  Arbitrary<Set<String>> roles() {
    var main = Arbitraries.of("Admin", "Member").list().ofSize(1);
    var moderator =
        Arbitraries.of("svc-moderator", "a-moderator-moderator").set().ofMinSize(0).ofMaxSize(2);
    return main.flatMap(
        one ->
            moderator.map(
                others -> {
                  var all = new java.util.HashSet<>(others);
                  all.addAll(one);
                  return all;
                }));
  }

  @Test
  void whoOnlyModeratesHasNoOtherRole() {
    var properties = Json.object();

    Roles.write(List.of("svc-moderator"), BLUEPRINTS, properties, "/roles");

    assertThat(properties.get("port_role").stringValue()).isEqualTo("Moderator");
    assertThat(Roles.of(properties)).containsExactly("svc-moderator");
  }

  @Test
  void whoHasNothingIsAMember() {
    assertThat(Roles.of(Json.object())).containsExactly("Member");
  }

  @Test
  void refusesTheModeratorOfNothing() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () -> Roles.write(List.of("ghost-moderator"), BLUEPRINTS, Json.object(), "/roles"))
        .withMessageContaining("roles.0");
  }
}
