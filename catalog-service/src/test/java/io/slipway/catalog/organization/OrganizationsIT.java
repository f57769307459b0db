package io.slipway.catalog.organization;

import static io.slipway.catalog.CatalogUnderTest.HOUSE;
import static io.slipway.catalog.CatalogUnderTest.PROBE;
import static io.slipway.catalog.CatalogUnderTest.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.catalog.CatalogUnderTest.Tenant;
import io.slipway.chassis.caller.Caller;
import io.slipway.events.OrganizationChange;
import io.slipway.events.OrganizationChanged;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrganizationsIT {
  private final Tenant tenant = tenant();

  @Test
  void foundingRepeatsHarmlessly() {
    tenant.patch("/v1/blueprints/_user/entities/ada@x.test", "{\"title\":\"Ada\"}");

    assertThat(tenant.found().status()).isEqualTo(200);

    assertThat(tenant.get("/v1/users").at("/users").size()).isEqualTo(1);
    assertThat(tenant.get("/v1/users/ada@x.test").at("/user/firstName").stringValue())
        .isEqualTo("Ada");
    assertThat(tenant.audits("resources=blueprint")).hasSize(2);
  }

  @Test
  void onlyTheEdgeFoundsAndOnlyTheOrganisationOfItsToken() {
    var path = "/internal/organizations/" + tenant.organization();
    assertThat(tenant.put(path, "{}").status()).isEqualTo(403);
    var other = tenant.as(Caller.service("org_other", "action-api"));
    assertThat(other.put(path, "{}").status()).isEqualTo(403);
    assertThat(tenant.get("/v1/blueprints/_user").status()).isEqualTo(200);
  }

  @Test
  void anErasedOrganisationLeavesNothingAndDoesNotComeBack() {
    var untouched = tenant();
    tenant.blueprint(
        "{\"identifier\":\"b\",\"title\":\"B\",\"schema\":{\"properties\":{}},\"relations\":{\"r\":{\"target\":\"b\"}}}");
    tenant.entity("b", "{\"identifier\":\"x\",\"relations\":{\"r\":\"x\"}}");
    var edge = tenant.as(Caller.service(tenant.organization(), "action-api"));

    assertThat(edge.delete("/internal/organizations/" + tenant.organization()).status())
        .isEqualTo(200);

    assertThat(tenant.get("/v1/blueprints").at("/blueprints").size()).isZero();
    assertThat(tenant.audits("")).isEmpty();
    assertThat(tenant.found().status()).isEqualTo(410);
    assertThat(untouched.get("/v1/blueprints").at("/blueprints").size()).isEqualTo(2);
  }

  @Test
  void hearsOfAnErasureToo() {
    PROBE.say(
        HOUSE.topics().organizationChanged(),
        tenant.organization(),
        OrganizationChanged.newBuilder()
            .setOrganization(tenant.organization())
            .setChange(OrganizationChange.DELETED)
            .setAt(Instant.now())
            .build());

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> tenant.get("/v1/blueprints").at("/blueprints").isEmpty());
  }
}
