package io.slipway.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {

  @Test
  void aBlueprintComesAfterThoseItPointsTo() throws IOException {
    var known = new HashSet<String>();
    for (var identifier : Stage.BLUEPRINTS) {
      var blueprint = Model.blueprint(identifier);
      assertThat(blueprint.path("identifier").asString()).isEqualTo(identifier);
      blueprint
          .path("relations")
          .forEach(relation -> assertThat(known).contains(relation.path("target").asString()));
      known.add(identifier);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Stage.SCAFFOLD, Stage.ENVIRONMENT, Stage.LONG_ENVIRONMENT})
  void anActionAsksOnlyForBlueprintsThatThereAre(String identifier) throws IOException {
    var action = Model.action(identifier);

    assertThat(action.path("identifier").asString()).isEqualTo(identifier);
    assertThat(Stage.BLUEPRINTS)
        .contains(action.path("trigger").path("blueprintIdentifier").asString());
    action
        .path("trigger")
        .path("userInputs")
        .path("properties")
        .forEach(
            input ->
                assertThat(List.of("", "Domain", "System", "service", "environment"))
                    .contains(input.path("blueprint").asString("")));
  }

  @Test
  void onlyTenDaysNeedApproval() throws IOException {
    assertThat(Model.action(Stage.ENVIRONMENT).has("requiredApproval")).isFalse();
    assertThat(days(Stage.ENVIRONMENT)).containsExactly(3, 5);
    assertThat(Model.action(Stage.LONG_ENVIRONMENT).path("requiredApproval").asBoolean()).isTrue();
    assertThat(days(Stage.LONG_ENVIRONMENT)).containsExactly(10);
  }

  private static List<Integer> days(String action) throws IOException {
    return Model.action(action)
        .at("/trigger/userInputs/properties/days/enum")
        .valueStream()
        .map(day -> day.asInt())
        .toList();
  }
}
