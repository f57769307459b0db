package io.slipway.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.chassis.json.Json;
import io.slipway.orchestrator.run.RunId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityUpsertTest {
  private static final RunId RUN = new RunId("r_0123456789abcdef");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"identifier\":\"x\"} ~ {\"identifier\":\"x\"}",
        "{} ~ {\"identifier\":\"e_0123456789abcdef\"}",
        "{\"identifier\":null} ~ {\"identifier\":\"e_0123456789abcdef\"}",
        "{\"identifier\":7} ~ {\"identifier\":\"7\"}",
        "{\"identifier\":\"x\",\"properties\":{\"a\":null}} ~ {\"identifier\":\"x\",\"properties\":{\"a\":null}}",
        "{\"identifier\":\"x\",\"team\":{\"identifier\":\"t\"}} ~ {\"identifier\":\"x\",\"team\":\"t\"}",
        "{\"identifier\":\"x\",\"team\":[\"a\",{\"identifier\":\"t\"}]} ~ {\"identifier\":\"x\",\"team\":[\"a\",\"t\"]}",
        "{\"identifier\":\"x\",\"relations\":{\"r\":{\"identifier\":\"t\",\"title\":\"T\"}}} ~ {\"identifier\":\"x\",\"relations\":{\"r\":\"t\"}}",
        "{\"identifier\":\"x\",\"relations\":{\"r\":[{\"identifier\":\"t\"},\"u\"],\"n\":null}} ~ {\"identifier\":\"x\",\"relations\":{\"r\":[\"t\",\"u\"],\"n\":null}}",
        "{\"identifier\":\"x\",\"title\":\"T\",\"icon\":\"I\"} ~ {\"identifier\":\"x\",\"title\":\"T\",\"icon\":\"I\"}"
      })
  void takesEntitiesForTheirIdentifiers(String mapping, String entity) {
    var method = Json.object().put("blueprintIdentifier", "service");
    method.set("mapping", Json.parse(mapping));

    var upsert = EntityUpsert.of(EntityUpsert.of(method, RUN).bytes());

    assertThat(Json.text(upsert.entity())).isEqualTo(entity);
    assertThat(upsert.blueprint()).isEqualTo("service");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mapping\":{}}",
        "{\"blueprintIdentifier\":\"s\"}",
        "{\"blueprintIdentifier\":\"s\",\"mapping\":[]}"
      })
  void saysWhatIsMissing(String method) {
    assertThatThrownBy(() -> EntityUpsert.of(Json.parse(method), RUN))
        .isInstanceOf(WebhookRequest.Malformed.class);
  }

  @Test
  void makesUpTheSameIdentifierEachTime() {
    var method = Json.parse("{\"blueprintIdentifier\":\"s\",\"mapping\":{}}");

    assertThat(EntityUpsert.of(method, RUN).identifier())
        .isEqualTo(EntityUpsert.of(method, RUN).identifier());
  }
}
