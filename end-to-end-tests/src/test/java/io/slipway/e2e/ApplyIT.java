package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.e2e.house.Http;
import io.slipway.e2e.house.SuiteUnderTest;
import io.slipway.e2e.house.SuiteUnderTest.Ended;
import io.slipway.e2e.house.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Declared definitions, by the command itself against the running suite. */
class ApplyIT {
  private final SuiteUnderTest suite = SuiteUnderTest.start();
  private final Tenant org = suite.newOrganization();
  private final Http machine = org.machine();

  @TempDir private Path folder;

  @Test
  void theShopIsAppliedAndTheSecondTimeNothingChanges() {
    var shop = root().resolve("examples/online-shop").toString();

    var look = apply("-f", shop, "--dry-run");
    assertThat(look.code()).as(look.printed()).isEqualTo(1);
    assertThat(look.printed()).contains("+++ file/blueprint Component", "+title: Shop kit");
    machine.get("/v1/blueprints/Component").expect(404);

    var first = apply("-f", shop);
    assertThat(first.code()).as(first.printed()).isZero();
    assertThat(first.printed()).contains("blueprint API created", ", 0 changed, 0 unchanged");
    assertThat(entity("Component", "orders-service").at("/relations/consumes/0").stringValue())
        .isEqualTo("checkout-api");
    assertThat(entity("API", "orders-api").at("/relations/providedBy").stringValue())
        .isEqualTo("orders-service");
    assertThat(entity("Component", "cart-service").at("/team/0").stringValue())
        .isEqualTo("Storefront");
    assertThat(
            machine.get("/v1/teams/Platform?fields=name,provider,createdAt,updatedAt,users").text())
        .contains("ida@online-shop.example");
    var audits = machine.get("/v1/audit-log?limit=1000").json().get("audits").size();

    var second = apply("-f", shop);
    assertThat(second.code()).as(second.printed()).isZero();
    assertThat(second.printed()).startsWith("0 to create, 0 to change, ");
    assertThat(apply("-f", shop, "--dry-run").code()).isZero();
    assertThat(machine.get("/v1/audit-log?limit=1000").json().get("audits").size())
        .isEqualTo(audits);
    assertThat(machine.get("/v1/audit-log?status=FAILURE").json().get("audits").size()).isZero();
  }

  @Test
  void changesWhatIsNamedAndLeavesTheRest() throws IOException {
    write(
        "a.yaml",
        """
        kind: blueprint
        identifier: thing
        title: Thing
        schema: {properties: {size: {type: number}, color: {type: string}}}
        ---
        {kind: entity, blueprint: thing, identifier: a/b c, properties: {size: 1, color: red}}
        """
            .replace("a/b c", "a/b:c"));
    assertThat(apply("-f", folder.toString()).code()).isZero();
    machine
        .patch(
            "/v1/blueprints/thing",
            "{\"schema\":{\"properties\":{\"theirs\":{\"type\":\"string\"}}}}")
        .expect(200);
    machine
        .patch("/v1/blueprints/thing/entities/a%2Fb%3Ac", "{\"properties\":{\"theirs\":\"kept\"}}")
        .expect(200);

    write(
        "a.yaml",
        """
        kind: blueprint
        identifier: thing
        title: Thing
        schema: {properties: {size: {type: number}, color: null}}
        ---
        {kind: entity, blueprint: thing, identifier: "a/b:c", properties: {size: 2}}
        """);
    var changed = apply("-f", folder.toString());

    assertThat(changed.code()).as(changed.printed()).isZero();
    assertThat(changed.printed()).contains("-  size: 1", "+  size: 2", "0 created, 2 changed");
    var properties = entity("thing", "a%2Fb%3Ac").get("properties");
    assertThat(properties.get("size").intValue()).isEqualTo(2);
    assertThat(properties.get("theirs").stringValue()).isEqualTo("kept");
    assertThat(properties.has("color")).isFalse();
    assertThat(apply("-f", folder.toString(), "--dry-run").code()).isZero();
  }

  @Test
  void whatIsRefusedIsNamedAndTheRestGoesOn() throws IOException {
    write(
        "a.yaml",
        """
        kind: blueprint
        identifier: thing
        title: Thing
        schema: {properties: {size: {type: number}}}
        ---
        kind: entity
        blueprint: thing
        identifier: bad
        properties:
          size: large
        ---
        {kind: entity, blueprint: thing, identifier: good, properties: {size: 1}}
        ---
        {kind: action, identifier: nothing, trigger: {type: self-service, operation: CREATE}}
        """);

    var ended = apply("-f", folder.toString());

    assertThat(ended.code()).isEqualTo(2);
    var file = folder.resolve("a.yaml").toString();
    assertThat(ended.printed())
        .contains(
            "error: " + file + ":10 (document 2): entity thing/bad: /properties/size: ",
            "error: " + file + ":14 (document 4): action nothing: ",
            "HTTP 422",
            "Not everything was applied");
    assertThat(entity("thing", "good").at("/properties/size").intValue()).isEqualTo(1);
    machine.get("/v1/blueprints/thing/entities/bad").expect(404);
  }

  @Test
  void aBadFileStopsAllOfIt() throws IOException {
    write("a.yaml", "kind: team\nname: Good\n");
    write("b.yaml", "kind: entity\nblueprint: nowhere\nidentifier: x\n");
    var unknown = apply("-f", folder.toString());
    write("b.yaml", "kind: team\nname: [\n");
    var broken = apply("-f", folder.toString());

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.printed()).contains("b.yaml:2 (document 1): entity nowhere/x: /blueprint: ");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.printed()).contains("b.yaml:3: is not YAML", "Nothing was applied: 1 error.");
    machine.get("/v1/teams/Good").expect(404);
    assertThat(apply().code()).isEqualTo(2);
    assertThat(
            suite
                .ended("apply", "-f", folder.toString(), "--url", suite.url().toString())
                .printed())
        .contains("SLIPWAY_CLIENT_ID");
  }

  private tools.jackson.databind.JsonNode entity(String blueprint, String identifier) {
    return machine
        .get("/v1/blueprints/" + blueprint + "/entities/" + identifier)
        .expect(200)
        .json()
        .get("entity");
  }

  private Ended apply(String... options) {
    var words = new java.util.ArrayList<>(java.util.List.of("apply"));
    words.addAll(java.util.List.of(options));
    words.addAll(java.util.List.of("--url", suite.url().toString()));
    words.addAll(java.util.List.of("--client-id", org.text("clientId")));
    words.addAll(java.util.List.of("--client-secret", org.text("clientSecret")));
    return suite.ended(words.toArray(String[]::new));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static Path root() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("slipway"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside the repository");
  }
}
