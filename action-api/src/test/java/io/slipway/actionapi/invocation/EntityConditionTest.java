package io.slipway.actionapi.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.chassis.caller.Caller;
import io.slipway.chassis.json.Json;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

class EntityConditionTest {
  private static final String ENTITY =
      "{'identifier':'cart','team':['core'],'createdAt':'2026-01-01T00:00:00.000Z',"
          + "'properties':{'tier':2,'lang':'java','tags':['a','b']}}";
  private static final Caller ADA =
      new Caller(
          "org_a", "id", Caller.Kind.USER, "ada@x", Set.of("Member"), Set.of("core"), "API", null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'property':'lang','operator':'=','value':'java'} | true",
        "{'property':'lang','operator':'!=','value':'java'} | false",
        "{'property':'tier','operator':'=','value':2.0} | true",
        "{'property':'tier','operator':'>','value':1} | true",
        "{'property':'tier','operator':'<=','value':1} | false",
        "{'property':'none','operator':'isEmpty'} | true",
        "{'property':'lang','operator':'isNotEmpty'} | true",
        "{'property':'lang','operator':'in','value':['go','java']} | true",
        "{'property':'lang','operator':'notIn','value':['go']} | true",
        "{'property':'lang','operator':'beginsWith','value':'ja'} | true",
        "{'property':'lang','operator':'doesNotEndsWith','value':'va'} | false",
        "{'property':'tags','operator':'contains','value':'a'} | true",
        "{'property':'tags','operator':'containsAny','value':['c','b']} | true",
        "{'property':'$identifier','operator':'=','value':'cart'} | true",
        "{'property':'$createdAt','operator':'<','value':'2026-02-01T00:00:00Z'} | true",
        "{'property':'$team','operator':'containsAny','value':{'property':'$identifier','context':'userTeams'}} | true",
        "{'property':'$identifier','operator':'=','value':{'property':'email','context':'user'}} | false",
        "{'property':'lang','operator':'relatedTo','value':'java'} | false",
        "{'property':'$createdAt','operator':'between','value':{'preset':'today'}} | false",
      })
  void decidesOneRule(String rule, boolean met) {
    assertThat(met("{'combinator':'and','rules':[" + rule + "]}")).isEqualTo(met);
  }

  @Test
  void combinesAndNests() {
    var yes = "{'property':'lang','operator':'=','value':'java'}";
    var no = "{'property':'lang','operator':'=','value':'go'}";

    assertThat(met("{'combinator':'and','rules':[" + yes + "," + no + "]}")).isFalse();
    assertThat(met("{'combinator':'or','rules':[" + no + "," + yes + "]}")).isTrue();
    assertThat(
            met(
                "{'combinator':'and','rules':["
                    + yes
                    + ",{'combinator':'or','rules':["
                    + no
                    + "]}]}"))
        .isFalse();
    assertThat(met("{'combinator':'or','rules':[]}")).isTrue();
  }

  @Test
  void withoutAConditionEveryEntityIsFine() {
    assertThat(
            EntityCondition.met(
                MissingNode.getInstance(), Json.object(), ADA, MissingNode.getInstance()))
        .isTrue();
  }

  private static boolean met(String condition) {
    return EntityCondition.met(
        Json.parse(condition.replace('\'', '"')),
        Json.parse(ENTITY.replace('\'', '"')),
        ADA,
        Json.object().put("email", "ada@x"));
  }
}
