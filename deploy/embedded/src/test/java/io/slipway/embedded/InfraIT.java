package io.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class InfraIT {

  @Test
  void everythingSurvivesAKillAndEndsWhenClosed() throws Exception {
    try (var infra = Infra.temporary()) {
      try (var admin = Admin.create(infra.adminProperties())) {
        admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1))).all().get();
      }
      var parts = List.<Part>of(infra.postgres(), infra.broker(), infra.registry());

      parts.forEach(Part::kill);
      parts.forEach(Part::start);

      try (var admin = Admin.create(infra.adminProperties())) {
        assertThat(admin.listTopics().names().get()).contains("kept");
      }
      infra.close();
      assertThat(parts).noneMatch(part -> part.process().isAlive());
    }
  }

  @Test
  void isStartedOnceForAllWhoShareIt() {
    assertThat(Infra.startShared()).isSameAs(Infra.startShared());
    assertThat(Infra.startShared().springProperties("some_service", "pw"))
        .containsEntry("spring.r2dbc.username", "some_service");
  }
}
