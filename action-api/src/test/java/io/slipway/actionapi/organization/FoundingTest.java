package io.slipway.actionapi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.json.Json;
import org.junit.jupiter.api.Test;

class FoundingTest {

  @Test
  void takesEverythingFromACredentialsFile() {
    var file =
        """
        {"orgId":"org_a","clientId":"c","clientSecret":"s","adminEmail":"Ada@X.test",
         "adminPassword":"p","apiUrl":"http://x","kafkaBootstrap":"x:1","kafkaUsername":"k",
         "kafkaPassword":"kp"}
        """;

    var founding = Founding.of(Json.parse(file));

    assertThat(founding)
        .isEqualTo(new Founding("org_a", "org_a", "c", "s", "ada@x.test", "p", "k", "kp", false));
  }

  @Test
  void makesUpWhatWasNotGiven() {
    var founding = Founding.of(Json.parse("{\"id\":\"second\",\"adminEmail\":\"a@b.test\"}"));

    assertThat(founding.kafkaUsername()).isEqualTo("second");
    assertThat(founding.clientId()).hasSize(32);
    assertThat(founding.clientSecret()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(founding.adminPassword()).isNotEmpty();
    assertThat(founding.toString()).doesNotContain(founding.clientSecret());
  }
}
