package io.slipway.actionapi.organization.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.Test;

class KafkaAgentAccessTest {

  @Test
  void grantsExactlyWhatAnAgentNeeds() {
    var rights =
        KafkaAgentAccess.rights("org_a", "agent").stream().map(KafkaAgentAccessTest::words);

    assertThat(rights)
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                "User:agent READ LITERAL TOPIC org_a.runs",
                "User:agent DESCRIBE LITERAL TOPIC org_a.runs",
                "User:agent READ LITERAL TOPIC org_a.change.log",
                "User:agent DESCRIBE LITERAL TOPIC org_a.change.log",
                "User:agent WRITE LITERAL TOPIC org_a.reports",
                "User:agent DESCRIBE LITERAL TOPIC org_a.reports",
                "User:agent READ PREFIXED GROUP org_a.",
                "User:agent READ LITERAL GROUP agent"));
  }

  private static String words(AclBinding right) {
    return String.join(
        " ",
        right.entry().principal(),
        right.entry().operation().name(),
        right.pattern().patternType().name(),
        right.pattern().resourceType().name(),
        right.pattern().name());
  }
}
