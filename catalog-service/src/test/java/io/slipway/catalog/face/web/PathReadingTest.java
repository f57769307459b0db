package io.slipway.catalog.face.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathReadingTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/blueprints, /v1/blueprints",
    "/v1/blueprints/, /v1/blueprints",
    "//v1///blueprints//, /v1/blueprints",
    "/v1/x/a+b, /v1/x/a%20b",
    "/v1/x/a%2Bb, /v1/x/a%2Bb",
    "/v1/x/a%2F%2Fb, /v1/x/a%2F%2Fb",
    "/, /"
  })
  void readsPathsAsClientsMeanThem(String raw, String read) {
    assertThat(PathReading.read(raw)).isEqualTo(read);
  }
}
