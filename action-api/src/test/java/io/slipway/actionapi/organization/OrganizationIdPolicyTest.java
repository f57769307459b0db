package io.slipway.actionapi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationIdPolicyTest {
  private final OrganizationIdPolicy policy = new OrganizationIdPolicy("portal.");

  @Test
  void takesWhatLooksLikeAnId() {
    assertThat(policy.fault("org_QOz6WoOB1Q2lmhZZ")).isNull();
    assertThat(policy.fault("second")).isNull();
  }

  /** A dot would let "a" read the topics of "a.b", and our own words are our own topics. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.a",
        "",
        "a",
        "a b",
        "a:b",
        "*",
        "portal",
        "Slipway",
        "action-api",
        "operator"
      })
  void refusesWhatWouldLetOrganizationsMeet(String name) {
    assertThat(policy.fault(name)).isNotNull();
  }
}
