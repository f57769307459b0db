package io.slipway.approvals.approval.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.approvals.approval.Verdict;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotBodyTest {
  private static final Caller CALLER = Caller.machine("org_1", "client");

  @Test
  void readsAVoteWithItsReason() {
    var ballot =
        BallotBody.read(
            "r_1", CALLER, Json.parse("{\"status\":\"DECLINE\",\"description\":\"not today\"}"));

    assertThat(ballot.verdict()).isEqualTo(Verdict.DECLINE);
    assertThat(ballot.description()).isEqualTo("not today");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                        | /status",
        "{\"status\":\"APPROVED\"}                 | /status",
        "{\"status\":1}                            | /status",
        "{\"status\":\"APPROVE\",\"why\":\"x\"}    | /why",
        "{\"status\":\"APPROVE\",\"description\":3}| /description",
        "[]                                        | /"
      })
  void refusesWhatDoesNotFitAndNamesWhere(String body, String pointer) {
    assertThatThrownBy(() -> BallotBody.read("r_1", CALLER, Json.parse(body)))
        .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(422);
              assertThat(refusal.sentence()).startsWith(pointer + " ");
            });
  }
}
