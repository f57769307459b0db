package io.slipway.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.demo.agent.Login;
import io.slipway.demo.agent.SlipwayApi;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CastTest {

  private final Cast cast =
      new Cast(person("admin"), person("ada"), person("eve"), Map.of("org_1", "the agent"));

  @Test
  void callsPeopleAndProgramsByNames() {
    assertThat(cast.name("u_ada")).isEqualTo("ada@x.example");
    assertThat(cast.name("org_1")).isEqualTo("the agent");
    assertThat(cast.name("u_somebody")).isEqualTo("u_somebody");
  }

  private static Person person(String name) {
    var api =
        new SlipwayApi(
            URI.create("http://127.0.0.1:1"), Login.client("client", "secret"), Duration.ZERO);
    return new Person(name + "@x.example", "u_" + name, api);
  }
}
