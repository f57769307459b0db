package io.slipway.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8081",
        "http://127.0.0.1:8081/",
        "http://127.0.0.1:8081/apis/registry/v3",
        "http://127.0.0.1:8081/apis/registry/v3/",
        "http://127.0.0.1:8081/apis/ccompat/v7"
      })
  void findsTheConfluentFaceOfApicurio(String url) {
    assertThat(RegistryAddress.apicurio(url).confluentApi())
        .hasToString("http://127.0.0.1:8081/apis/ccompat/v7");
  }

  @Test
  void takesAnotherRegistryAsItIs() {
    assertThat(RegistryAddress.confluent("https://registry.example/base/").confluentApi())
        .hasToString("https://registry.example/base");
  }

  @Test
  void keepsThePasswordOutOfWhatIsShown() {
    var address = RegistryAddress.confluent("https://ada:s3cret@registry.example");

    assertThat(address.authorization()).contains("Basic YWRhOnMzY3JldA==");
    assertThat(address.toString()).isEqualTo("https://registry.example");
  }

  @Test
  void refusesWhatIsNoUrl() {
    assertThatThrownBy(() -> RegistryAddress.apicurio("registry:8081"))
        .hasMessageContaining("slipway.registry.url must be an http or https URL");
  }
}
