package io.slipway.approvals.approver;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.Test;

class ApproverRuleTest {

  @Test
  void readsTheThreeLists() {
    var rule =
        rule(
            """
            {"execute":{"users":["x@x"]},
             "approve":{"users":["a@x"],"roles":["Admin"],"teams":["platform"],"policy":null}}
            """);

    assertThat(rule.users()).containsExactly("a@x");
    assertThat(rule.roles()).containsExactly("Admin");
    assertThat(rule.teams()).containsExactly("platform");
    assertThat(rule.namesNobody()).isFalse();
  }

  @Test
  void aPolicyIsTheOnlyList() {
    var rule =
        rule(
            """
            {"approve":{"users":["a@x"],"roles":["Admin"],"teams":[],
                        "policy":{"queries":{},"conditions":[]}}}
            """);

    assertThat(rule.byPolicy()).isTrue();
    assertThat(rule.namesNobody()).isTrue();
  }

  @Test
  void absentAndNullListsNameNobody() {
    assertThat(rule("{}").namesNobody()).isTrue();
    assertThat(rule("{\"approve\":{\"users\":null,\"roles\":[]}}").namesNobody()).isTrue();
  }

  private static ApproverRule rule(String permissions) {
    return ApproverRule.of(Json.parse(permissions));
  }
}
