package io.slipway.actionapi.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

  @ParameterizedTest
  @CsvSource({
    "//v1//actions/, /v1/actions",
    "/v1/blueprints/, /v1/blueprints",
    "/, /",
    "/%76%31/actions, /v1/actions",
    "/%69nternal/x, /internal/x",
    "/v1/blueprints/b/entities/a%2Fb, /v1/blueprints/b/entities/a%2Fb",
    "/v1/blueprints/b/entities/a%2fb, /v1/blueprints/b/entities/a%2Fb",
    "/v1/blueprints/b/entities/a+b, /v1/blueprints/b/entities/a%20b",
    "/v1/blueprints/b/entities/x%2By, /v1/blueprints/b/entities/x%2By",
    "/v1/actions/a+b, /v1/actions/a+b",
    "/v1/actions/a%25b, /v1/actions/a%25b",
    "/internal;a=b/x, /internal%3Ba=b/x"
  })
  void hasOneSpelling(String raw, String canonical) {
    assertThat(Paths.canonical(raw)).contains(canonical);
  }

  @Test
  void leadsNowhereByDots() {
    assertThat(Paths.canonical("/v1/../internal/x")).isEmpty();
    assertThat(Paths.canonical("/v1/%2e%2E/internal")).isEmpty();
    assertThat(Paths.canonical("/v1/./x")).isEmpty();
    assertThat(Paths.canonical("/v1/...")).contains("/v1/...");
  }

  @Test
  void knowsWhatLeadsToPeople() {
    assertThat(Paths.leadsToPeople("/v1/users/a@x")).isTrue();
    assertThat(Paths.leadsToPeople("/v1/blueprints/_user/entities/a@x")).isTrue();
    assertThat(Paths.leadsToPeople("/v1/blueprints/service/entities/a")).isFalse();
  }
}
