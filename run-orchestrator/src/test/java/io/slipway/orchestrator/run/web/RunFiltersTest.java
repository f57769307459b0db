package io.slipway.orchestrator.run.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.chassis.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

/** The query by which runs are listed. */
class RunFiltersTest {
  private final LinkedMultiValueMap<String, String> query = new LinkedMultiValueMap<>();

  @Test
  void asksForTheNewestHundredWhenNothingIsSaid() {
    var filters = new RunFilters(query).query();

    assertThat(filters.limit()).isEqualTo(100);
    assertThat(filters.active()).isFalse();
    assertThat(filters.sources()).isEmpty();
    assertThat(filters.action()).isNull();
  }

  @Test
  void readsListsRepeatedAndJoined() {
    query.add("source", "UI,API");
    query.add("source", "AUTOMATION");
    query.add("exclude", "properties");

    var filters = new RunFilters(query);

    assertThat(filters.query().sources()).containsExactly("UI", "API", "AUTOMATION");
    assertThat(filters.exclude()).containsExactly("properties");
  }

  @Test
  void takesAnEmptyValueForNone() {
    query.add("external_run_id", "");
    query.add("limit", "");
    query.add("nobody-knows", "this");

    assertThat(new RunFilters(query).query().externalRunId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"limit,0", "limit,1001", "limit,many", "active,maybe", "source,CLI"})
  void refusesWhatDoesNotFit(String name, String value) {
    query.add(name, value);

    assertThatThrownBy(() -> new RunFilters(query).query())
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.status()).isEqualTo(422));
  }
}
