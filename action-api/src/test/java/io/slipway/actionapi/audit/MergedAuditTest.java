package io.slipway.actionapi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MergedAuditTest {

  @Test
  void mergesNewestFirstAndByIdAtTheSameTime() {
    var merged =
        MergedAudit.of(
            List.of(
                List.of(row("a", "2026-01-03T00:00:00.000Z"), row("b", "2026-01-01T00:00:00.000Z")),
                List.of(
                    row("c", "2026-01-02T00:00:00.000Z"), row("d", "2026-01-03T00:00:00.000Z"))),
            3);

    assertThat(merged)
        .extracting(row -> row.path("identifier").asString())
        .containsExactly("d", "a", "c");
  }

  @Test
  void showsOnlyWhatWasAskedForAndNeverWhatOwnersSortBy() {
    var all = MergedAudit.shown(row("a", "x"), Set.of());
    var some = MergedAudit.shown(row("a", "x"), Set.of("action"));

    assertThat(all.propertyNames()).containsExactly("identifier", "action");
    assertThat(some.propertyNames()).containsExactly("action");
  }

  private static JsonNode row(String id, String at) {
    return Json.object().put("identifier", id).put("action", "CREATE").put("at", at);
  }
}
