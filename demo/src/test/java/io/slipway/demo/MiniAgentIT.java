package io.slipway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.demo.fixture.FakeSlipway;
import io.slipway.demo.fixture.Organisation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The program of the page does what the page says, started as the page says. */
class MiniAgentIT {

  @TempDir Path folder;

  @Test
  void greets() throws Exception {
    var organisation = new Organisation();
    try (var slipway = new FakeSlipway()) {
      var credentials = folder.resolve("credentials.json");
      Files.writeString(
          credentials,
          new JsonMapper().writeValueAsString(organisation.credentials(slipway.url())));
      var output = folder.resolve("output").toFile();
      var agent =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  WriteAnAgentTest.JAVA.toString(),
                  credentials.toString())
              .redirectErrorStream(true)
              .redirectOutput(output)
              .start();
      try {
        organisation.invoke("somebody_elses", "{}");
        var run = organisation.invoke("greet", "{\"name\":\"Ada\"}");

        await()
            .atMost(Duration.ofSeconds(90))
            .alias("the agent has not said SUCCESS; see " + output)
            .until(() -> slipway.status(run).equals("SUCCESS"));
        assertThat(slipway.log(run)).containsExactly("Hello, Ada");
        assertThat(agent.isAlive()).isTrue();
      } finally {
        agent.destroyForcibly().waitFor();
      }
    }
  }
}
