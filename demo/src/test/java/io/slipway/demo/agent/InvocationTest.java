package io.slipway.demo.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationTest {

  @Test
  void readsWhoAskedForWhat() {
    var invocation =
        Invocation.read(
                """
                {"action":"scaffold_service","trigger":{"by":{"userId":"u_1","user":{"email":"ada@x.example"}}},
                 "context":{"runId":"r_1","blueprint":"service","entity":null},
                 "payload":{"entity":null,"properties":{"name":"cart","system":{"identifier":"Cart","title":"Cart"}}}}
                """,
                "00-trace")
            .orElseThrow();

    assertThat(invocation.runId()).isEqualTo("r_1");
    assertThat(invocation.action()).isEqualTo("scaffold_service");
    assertThat(invocation.requester()).isEqualTo("ada@x.example");
    assertThat(invocation.text("name")).isEqualTo("cart");
    assertThat(invocation.entity("system")).isEqualTo("Cart");
    assertThat(invocation.text("missing")).isEmpty();
    assertThat(invocation.entity("missing")).isEmpty();
    assertThat(invocation.traceparent()).isEqualTo("00-trace");
  }

  @Test
  void namesAMachineByItsClientId() {
    var message =
        "{\"action\":\"a\",\"context\":{\"runId\":\"r_1\"},\"trigger\":{\"by\":{\"userId\":\"client\"}}}";

    assertThat(Invocation.read(message, null).orElseThrow().requester()).isEqualTo("client");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "[]",
        "{}",
        "{\"action\":\"a\"}",
        "{\"action\":\"CREATE\",\"context\":{\"entity\":\"e\"}}"
      })
  void passesOverWhatIsMeantForOthers(String message) {
    assertThat(Invocation.read(message, null)).isEmpty();
  }
}
