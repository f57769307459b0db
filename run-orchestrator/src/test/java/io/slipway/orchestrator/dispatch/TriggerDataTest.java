package io.slipway.orchestrator.dispatch;

import static io.slipway.orchestrator.run.RunFixture.aRun;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates see. */
class TriggerDataTest {
  private final TriggerData data =
      new TriggerData(
          aRun().called("r_1").in("org_x").with("{\"a\":1,\"s\":\"cipher\"}", "s").invocation(),
          Map.of("ONE", "1", "two-2", "2"));

  @Test
  void isWhatTheContractSaysAndNoMore() {
    assertThat(Json.text(data.apply(".")))
        .isEqualTo(
            "{\"inputs\":{\"a\":1,\"s\":\"cipher\"},"
                + "\"trigger\":{\"by\":{\"orgId\":\"org_x\",\"userId\":\"user_ada\","
                + "\"user\":{\"email\":\"ada@example.com\",\"firstName\":\"Ada\",\"id\":\"user_ada\"}},"
                + "\"origin\":\"UI\",\"at\":\"2026-11-24T12:00:00.123Z\",\"operation\":\"DAY-2\"},"
                + "\"event\":null,"
                + "\"entity\":{\"identifier\":\"cart\",\"title\":\"Cart\",\"icon\":null,\"blueprint\":\"service\","
                + "\"team\":[],\"properties\":{\"replicas\":1.50},\"relations\":{}},"
                + "\"action\":{\"identifier\":\"scale_service\",\"blueprint\":\"service\",\"encryptedProperties\":[\"s\"]},"
                + "\"run\":{\"id\":\"r_1\"},\"secrets\":{}}");
  }

  @Test
  void hasAnEmptyEntityWhereThereIsNone() {
    var created = new TriggerData(aRun().onNoEntity().invocation(), Map.of());

    assertThat(Json.text(created.apply(".").get("entity"))).isEqualTo("{}");
  }

  @Test
  void showsTheSecretsThatAProgramNames() {
    assertThat(Json.text(data.apply(".secrets.ONE").get("secrets"))).isEqualTo("{\"ONE\":\"1\"}");
    assertThat(Json.text(data.apply(".secrets.NONE").get("secrets"))).isEqualTo("{\"NONE\":null}");
    assertThat(Json.text(data.apply(".secrets").get("secrets"))).isEqualTo("{}");
    assertThat(data.apply(".inputs").get("secrets")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        ".secrets.A ~ A",
        "'x' + .secrets.A_1 + .secrets.b ~ A_1,b",
        ".secrets[\"with-hyphen\"] ~ with-hyphen",
        ".secrets.\"with-hyphen\" ~ with-hyphen",
        ".secrets[ 'quoted' ] ~ quoted",
        ".secrets | .A ~ ``",
        ".inputs.secret ~ ``"
      })
  void findsTheNamesOfSecrets(String program, String names) {
    var expected =
        Stream.of(names.split(",")).filter(n -> !n.isEmpty()).collect(Collectors.toSet());

    assertThat((Set<String>) SecretNames.in(program)).isEqualTo(expected);
  }
}
