package io.slipway.actionapi.invocation;

import static io.slipway.actionapi.invocation.InvocationFixture.MACHINE;
import static io.slipway.actionapi.invocation.InvocationFixture.create;
import static io.slipway.actionapi.invocation.InvocationFixture.onService;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.actionapi.invocation.InvokeAction.Reply;
import io.slipway.actionapi.invocation.InvokeAction.Request;
import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvokeActionTest {
  private final InvocationFixture edge = new InvocationFixture();
  private final InvokeAction invokeAction = edge.invokeAction();

  @Test
  void beginsARun() {
    edge.action(create("{'name':{'type':'string'}}"), "");

    var reply = ask(MACHINE, "{'properties':{'name':'cart'}}");

    assertThat(reply).isInstanceOf(Reply.Accepted.class);
    var run = ((Reply.Accepted) reply).run();
    assertThat(run.path("id").asString()).matches("r_[A-Za-z0-9]{16}");
    assertThat(run.path("status").asString()).isEqualTo("IN_PROGRESS");
    assertThat(run.path("createdBy").asString()).isEqualTo("client");
    assertThat(run.path("requiredApproval").booleanValue()).isFalse();
    assertThat(Json.text(run.path("action")))
        .isEqualTo(
            "{\"identifier\":\"deploy\",\"title\":\"Deploy\",\"icon\":\"Rocket\",\"deleted\":false}");
    assertThat(edge.kept).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "true | ANY",
        "{'type':'ANY'} | ANY",
        "{'type':'ALL'} | ALL",
        "false | NONE",
      })
  void waitsWhereApprovalIsRequired(String required, Invocation.Approval approval) {
    edge.action(create("{}"), ",'requiredApproval':" + required);

    var run = ((Reply.Accepted) ask(MACHINE, "{'properties':{}}")).run();

    assertThat(edge.kept.getFirst().approval()).isEqualTo(approval);
    assertThat(run.path("status").asString())
        .isEqualTo(approval == Invocation.Approval.NONE ? "IN_PROGRESS" : "WAITING_FOR_APPROVAL");
    assertThat(Json.text(run.path("requiredApproval"))).isEqualTo(required.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'properties':[]}",
        "{'properties':{},'x':1}",
        "{'properties':{},'entity':'cart'}",
        "{'properties':{},'entity':7}"
      })
  void refusesBodiesOfAnotherShape(String body) {
    edge.action(create("{}"), "");

    assertThat(ask(MACHINE, body)).isInstanceOf(Reply.Invalid.class);
    assertThat(edge.kept).isEmpty();
  }

  @Test
  void knowsNoOtherActions() {
    assertThat(ask(MACHINE, "{'properties':{}}")).isEqualTo(new Reply.Unknown("Action", "deploy"));
    edge.action(create("{}"), "");
    assertThat(ask(Caller.machine("org_b", "c"), "{'properties':{}}"))
        .isEqualTo(new Reply.Unknown("Action", "deploy"));
  }

  @Test
  void beginsNoAutomation() {
    edge.action("{'type':'automation','event':{'type':'ENTITY_CREATED'}}", "");

    assertThat(ask(MACHINE, "{'properties':{}}")).isInstanceOf(Reply.Invalid.class);
  }

  @Test
  void worksOnTheEntityThatIsNamed() {
    edge.action(onService(""), "");
    edge.entities.put("service/cart", Json.parse("{\"identifier\":\"cart\",\"title\":\"Cart\"}"));

    assertThat(ask(MACHINE, "{'properties':{}}")).isInstanceOf(Reply.Invalid.class);
    assertThat(ask(MACHINE, "{'properties':{},'entity':'none'}"))
        .isEqualTo(new Reply.Unknown("Entity", "none"));
    var run = ((Reply.Accepted) ask(MACHINE, "{'properties':{},'entity':'cart'}")).run();
    assertThat(run.path("entity").path("title").asString()).isEqualTo("Cart");
    assertThat(run.path("blueprint").path("identifier").asString()).isEqualTo("service");
  }

  @Test
  void worksOnlyOnEntitiesThatMeetTheCondition() {
    var condition =
        ",'condition':{'type':'SEARCH','combinator':'and','rules':"
            + "[{'property':'lang','operator':'=','value':'java'}]}";
    edge.action(onService(condition), "");
    edge.entities.put(
        "service/j", Json.parse("{\"identifier\":\"j\",\"properties\":{\"lang\":\"java\"}}"));
    edge.entities.put(
        "service/g", Json.parse("{\"identifier\":\"g\",\"properties\":{\"lang\":\"go\"}}"));

    assertThat(ask(MACHINE, "{'properties':{},'entity':'j'}")).isInstanceOf(Reply.Accepted.class);
    assertThat(ask(MACHINE, "{'properties':{},'entity':'g'}")).isInstanceOf(Reply.Invalid.class);
  }

  @Test
  void asksThePermissionsOfThePerson() {
    var action = edge.action(create("{}"), "");
    edge.actions.put(
        "deploy",
        action.withPermissions(
            Json.object("{\"execute\":{\"users\":[\"ada@x\"],\"roles\":[],\"teams\":[]}}")));

    assertThat(ask(edge.person("ada@x", "Member"), "{'properties':{}}"))
        .isInstanceOf(Reply.Accepted.class);
    assertThat(ask(edge.person("bob@x", "Admin"), "{'properties':{}}"))
        .isInstanceOf(Reply.Forbidden.class);
    assertThat(edge.kept).hasSize(1);
    assertThat(edge.kept.getFirst().person().email()).isEqualTo("ada@x");
  }

  @Test
  void actsForAPersonOnlyWhenAMachineAsks() {
    var action = edge.action(create("{}"), "");
    edge.actions.put(
        "deploy", action.withPermissions(Json.object("{\"execute\":{\"users\":[\"ada@x\"]}}")));
    edge.person("ada@x", "Member");
    var bob = edge.person("bob@x", "Member");

    var run = ((Reply.Accepted) ask(MACHINE, "{'properties':{}}", "ada@x", "")).run();
    assertThat(run.path("createdBy").asString()).isEqualTo("id_ada@x");
    assertThat(run.path("impersonatedBy").asString()).isEqualTo("client");
    assertThat(ask(MACHINE, "{'properties':{}}", "bob@x", ""))
        .as("the machine's rights are not lent")
        .isInstanceOf(Reply.Forbidden.class);
    assertThat(ask(bob, "{'properties':{}}", "ada@x", "")).isInstanceOf(Reply.Forbidden.class);
    assertThat(ask(MACHINE, "{'properties':{}}", "nobody@x", ""))
        .isEqualTo(new Reply.Unknown("User", "nobody@x"));
  }

  @Test
  void sendsWholeEntitiesAndKeepsTheirIdentifiers() {
    edge.action(
        create("{'env':{'type':'string','format':'entity','blueprint':'environment'}}"), "");
    edge.entities.put("environment/prod", Json.parse("{\"identifier\":\"prod\",\"title\":\"P\"}"));

    ask(MACHINE, "{'properties':{'env':'prod'}}");

    assertThat(Json.text(edge.kept.getFirst().properties()))
        .isEqualTo("{\"env\":{\"identifier\":\"prod\",\"title\":\"P\"}}");
    assertThat(Json.text(edge.kept.getFirst().rawProperties())).isEqualTo("{\"env\":\"prod\"}");
    var refused = (Reply.Invalid) ask(MACHINE, "{'properties':{'env':'none'}}");
    assertThat(refused.faults().getFirst().pointer()).isEqualTo("/properties/env");
  }

  @Test
  void neverKeepsASecretInClear() {
    edge.action(create("{'token':{'type':'string','encryption':'aes256-gcm'}}"), "");

    var reply = ask(MACHINE, "{'properties':{'token':'hush'}}");

    assertThat(Json.text(((Reply.Accepted) reply).run())).doesNotContain("hush");
    assertThat(edge.kept.getFirst().toString()).doesNotContain("hush");
    assertThat(edge.kept.getFirst().encryptedInputs()).containsExactly("token");
  }

  @Test
  void theSameWishUnderTheSameKeyIsTheSameRun() {
    edge.action(create("{}"), "");

    var first = ((Reply.Accepted) ask(MACHINE, "{'properties':{}}", null, "k")).run();
    var second = ((Reply.Repeated) ask(MACHINE, "{'properties':{}}", null, "k")).run();

    assertThat(second).isEqualTo(first);
    assertThat(ask(MACHINE, "{'properties':{'more':1}}", null, "k"))
        .isInstanceOf(Reply.KeyUsed.class);
    assertThat(ask(Caller.machine("org_a", "other"), "{'properties':{}}", null, "k"))
        .isInstanceOf(Reply.Accepted.class);
    assertThat(edge.kept).hasSize(2);
  }

  private Reply ask(Caller caller, String body) {
    return ask(caller, body, null, "");
  }

  private Reply ask(Caller caller, String body, @Nullable String runAs, String key) {
    return invokeAction
        .handle(new Request("deploy", caller, runAs, Json.parse(body.replace('\'', '"')), key))
        .block();
  }
}
