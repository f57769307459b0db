package io.slipway.catalog.delivery;

import static io.slipway.catalog.CatalogUnderTest.OUTSIDE;
import static io.slipway.catalog.CatalogUnderTest.PROBE;
import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.catalog.CatalogUnderTest;
import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.catalog.Outside;
import io.slipway.catalog.Outside.Posted;
import io.slipway.chassis.ids.Ids;
import io.slipway.chassis.json.Json;
import io.slipway.events.Topics;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Changes that are told to an address. */
class DeliveriesIT {
  private final Tenant tenant = tenant();
  private final String hook = Ids.random(12);

  @Test
  void aChangeIsToldSignedUntilItIsHeard() throws GeneralSecurityException {
    blueprint(OUTSIDE.hook(hook, 200, 503, 500), "");
    tenant.entity("env", "{\"identifier\":\"e\"}");

    var posted = awaitPosted(4);
    assertThat(Json.parse(posted.getFirst().body()).path("resourceType").stringValue())
        .isEqualTo("blueprint");
    var told = posted.subList(1, 4);
    var audit = tenant.audits("entity=e").getFirst();
    assertThat(told).extracting(Posted::id).containsOnly(audit.path("identifier").stringValue());
    assertThat(told).extracting(Posted::body).containsOnly(told.getFirst().body());
    for (var one : told) {
      assertThat(one.signature()).isEqualTo(signature(one.timestamp() + "." + one.body()));
    }
    var record = Json.parse(told.getFirst().body());
    assertThat(record.path("action").stringValue()).isEqualTo("CREATE");
    assertThat(record.at("/diff/before").isNull()).isTrue();
    assertThat(record.at("/diff/after/identifier").stringValue()).isEqualTo("e");
    assertThat(record.at("/changelogDestination/type").stringValue()).isEqualTo("WEBHOOK");

    tenant.delete("/v1/blueprints/env/entities/e");
    assertThat(Json.parse(awaitPosted(5).getLast().body()).path("action").stringValue())
        .isEqualTo("DELETE");
  }

  @Test
  void whoSaysThatItIsGoneIsToldThatRecordNoMore() {
    blueprint(OUTSIDE.hook(hook, 200, 410), "");
    tenant.entity("env", "{\"identifier\":\"e\"}");
    awaitPosted(2);
    tenant.entity("env", "{\"identifier\":\"f\"}");

    awaitPosted(3);
    CatalogUnderTest.bean(DeliverChanges.class).deliverDue().block();

    assertThat(OUTSIDE.posted(hook)).hasSize(3);
  }

  @Test
  void anAddressBehindAnAgentIsToldOnTheTopicOnly() {
    blueprint(OUTSIDE.hook(hook), ",\"agent\":true");
    tenant.entity("env", "{\"identifier\":\"e\"}");
    var id = tenant.audits("entity=e").getFirst().at("/context/entityId").stringValue();

    var heard = PROBE.awaitHeard(Topics.changeLog(tenant.organization()), id, 1).getFirst();

    assertThat(Json.parse(heard.text()).at("/changelogDestination/agent").booleanValue()).isTrue();
    assertThat(OUTSIDE.posted(hook)).isEmpty();
  }

  private void blueprint(String url, String more) {
    tenant.blueprint(
        "{\"identifier\":\"env\",\"title\":\"Env\",\"schema\":{\"properties\":{}},"
            + "\"changelogDestination\":{\"type\":\"WEBHOOK\",\"url\":\""
            + url
            + "\""
            + more
            + "}}");
    if (more.isEmpty()) {
      awaitPosted(1);
    }
  }

  private List<Posted> awaitPosted(int times) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> OUTSIDE.posted(hook), posted -> posted.size() >= times);
  }

  private static String signature(String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Outside.KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return "v1,"
        + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
