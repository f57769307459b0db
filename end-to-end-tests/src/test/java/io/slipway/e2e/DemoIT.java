package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.e2e.house.SuiteUnderTest;
import org.junit.jupiter.api.Test;

/** What a newcomer runs first, and runs again. */
class DemoIT {
  private final SuiteUnderTest suite = SuiteUnderTest.start();

  @Test
  void isToldTwiceAndItsServicesAreComponentsOfTheShop() {
    var first = suite.run("demo");
    var second = suite.run("demo");

    assertThat(first).contains("blueprint Component created", "All stories are done.");
    assertThat(second).contains("0 to create, 0 to change", "All stories are done.");
    var scaffolded =
        suite
            .firstOrganization()
            .machine()
            .post(
                "/v1/entities/search",
                """
                {"combinator":"and","rules":[
                  {"property":"$blueprint","operator":"=","value":"Component"},
                  {"property":"lifecycle","operator":"=","value":"experimental"},
                  {"property":"language","operator":"=","value":"java"}]}
                """)
            .expect(200)
            .json()
            .get("entities");
    assertThat(scaffolded.size()).isEqualTo(2);
    assertThat(scaffolded.get(0).at("/relations/system").stringValue()).isEqualTo("cart");
  }
}
