package io.slipway.actionapi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class SeenAuditTest {
  private final List<String> asked = new ArrayList<>();
  private final SeenAudit audit = new SeenAudit(new Sight());

  @Test
  void leavesAMemberTheirOwnAndWhatTheyMayRead() {
    var rows =
        List.of(
            row("run", "runId", "r_open", "bob"),
            row("run", "runId", "r_closed", "bob"),
            row("run", "runId", "r_open", "bob"),
            row("run", "action", "deploy", "ada"),
            row("run", "action", "deploy", "bob"),
            row("action", "action", "deploy", "bob"),
            entity("open"),
            entity("closed"));

    var seen = audit.by(caller("Member"), rows).block();

    assertThat(seen).containsExactly(rows.get(0), rows.get(2), rows.get(3), rows.get(6));
    assertThat(asked).containsExactly("r_open", "r_closed", "svc/open", "svc/closed");
  }

  @Test
  void leavesAdminsEverything() {
    var rows = List.of(row("run", "runId", "r_closed", "bob"));

    assertThat(audit.by(caller("Admin"), rows).block()).isEqualTo(rows);
    assertThat(asked).isEmpty();
  }

  private static Caller caller(String role) {
    return new Caller(
        "org_a", "ada", Caller.Kind.USER, "ada@x", Set.of(role), Set.of(), "API", null);
  }

  private static JsonNode row(String type, String member, String value, String by) {
    var row = Json.object().put("resourceType", type);
    row.putObject("context").put(member, value);
    row.putObject("trigger").putObject("by").put("userId", by);
    return row;
  }

  private static JsonNode entity(String identifier) {
    var row = Json.object().put("resourceType", "entity");
    row.putObject("context").put("blueprint", "svc").put("entity", identifier);
    return row;
  }

  private final class Sight implements AuditSight {
    @Override
    public Mono<Boolean> run(Caller caller, String runId) {
      asked.add(runId);
      return Mono.just(runId.equals("r_open"));
    }

    @Override
    public Mono<Boolean> entity(Caller caller, String blueprint, String identifier) {
      asked.add(blueprint + "/" + identifier);
      return Mono.just(identifier.equals("open"));
    }
  }
}
