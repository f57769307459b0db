package io.slipway.actionapi.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.Test;

class RenamesTest {

  @Test
  void followsABlueprintWhereverItIsNamed() {
    var definition =
        """
        {"identifier":"old","trigger":{"type":"self-service","operation":"DAY-2",\
        "blueprintIdentifier":"old","userInputs":{"properties":{"one":{"type":"string",\
        "format":"entity","blueprint":"old"},"many":{"type":"array","items":{"format":"entity",\
        "blueprint":"old"}}}}},"invocationMethod":{"type":"UPSERT_ENTITY",\
        "blueprintIdentifier":"old","mapping":{"title":"old"}}}""";

    var changed = Renames.ofBlueprint(Json.object(definition), "old", "new");

    assertThat(Json.text(changed))
        .isEqualTo(
            definition
                .replace("\"blueprintIdentifier\":\"old\"", "\"blueprintIdentifier\":\"new\"")
                .replace("\"blueprint\":\"old\"", "\"blueprint\":\"new\""));
  }

  @Test
  void leavesOthersAlone() {
    var definition = Json.object("{\"trigger\":{\"blueprintIdentifier\":\"other\"}}");

    assertThat(Renames.ofBlueprint(definition, "old", "new")).isSameAs(definition);
    assertThat(Renames.ofAction(definition, "old", "new")).isSameAs(definition);
  }

  @Test
  void givesModeratorsTheirNewRole() {
    var changed = Renames.ofModerators(ActionPermissions.defaults("old"), "old", "new");

    assertThat(changed).isEqualTo(ActionPermissions.defaults("new"));
  }

  @Test
  void followsAnActionInAnAutomation() {
    var changed =
        Renames.ofAction(
            Json.object("{\"trigger\":{\"event\":{\"actionIdentifier\":\"old\"}}}"), "old", "new");

    assertThat(changed.path("trigger").path("event").path("actionIdentifier").asString())
        .isEqualTo("new");
  }
}
