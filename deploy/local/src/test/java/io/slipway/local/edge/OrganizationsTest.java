package io.slipway.local.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.local.Complaint;
import io.slipway.local.edge.FakeEdge.Says;
import io.slipway.local.edge.Organizations.Wish;
import io.slipway.local.state.Credentials;
import io.slipway.local.state.Json;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganizationsTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private FakeEdge edge;
  private Organizations organizations;

  @BeforeEach
  void anEdge() throws Exception {
    edge = new FakeEdge();
    organizations = new Organizations(edge.url(), "127.0.0.1:9", KEY);
  }

  @AfterEach
  void endIt() {
    edge.close();
  }

  @Test
  void makesOneAndKnowsHowToUseIt() {
    var credentials = Credentials.invent(edge.url(), "127.0.0.1:9");
    edge.on("POST /internal/organizations", _ -> new Says(202, withoutAddresses(credentials)));

    var made = organizations.create(Wish.of("second"));

    assertThat(made).isEqualTo(credentials);
    var asked = edge.asked.getFirst();
    assertThat(asked.authorization()).startsWith("Bearer ");
    var body = Json.MAPPER.readTree(asked.body());
    assertThat(body.path("id").asString()).isEqualTo("second");
    assertThat(body.path("probe").asBoolean()).isFalse();
    assertThat(body.path("adminPassword").asString()).hasSize(24);
  }

  private static Credentials withoutAddresses(Credentials credentials) {
    return credentials.at(null, null);
  }

  @Test
  void repeatsTheReasonOfARefusal() {
    edge.on(
        "POST /internal/organizations", _ -> new Says(422, Map.of("message", "an id has no dot")));

    assertThatThrownBy(() -> organizations.create(Wish.of("a.b")))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("422")
        .hasMessageContaining("an id has no dot");
  }

  @Test
  void waitsUntilItIsActive() {
    var asked = new AtomicInteger();
    edge.on(
        "GET /internal/organizations/x",
        _ -> new Says(200, Map.of("state", asked.incrementAndGet() < 3 ? "MAKING" : "ACTIVE")));

    organizations.awaitActive("x", Duration.ofSeconds(30));

    assertThat(asked).hasValue(3);
  }

  @Test
  void saysInWhichStateItStayed() {
    edge.on("GET /internal/organizations/x", _ -> new Says(200, Map.of("state", "MAKING")));

    assertThatThrownBy(() -> organizations.awaitActive("x", Duration.ofMillis(300)))
        .isInstanceOf(Complaint.class)
        .hasMessageContaining("MAKING");
  }
}
