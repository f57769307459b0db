package io.slipway.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private final Topics topics = new Topics();

  @Test
  void theCommittedTableIsWhatTheCodeSays() throws IOException {
    var table =
        """
        # Every topic. Written by TopicsTest from Topics; do not edit.
        # Dead letters go to <topic>.<group>.dlt, with as many partitions as the topic.
        topics:
        """
            + rendered(topics.events())
            + "# Made by the relay of each service.\nrelay:\n"
            + rendered(List.of(topics.relayCursor("{service}")))
            + "# Made for each organization, together with it.\norganization:\n"
            + rendered(topics.ofOrganization("{org}"));

    new Committed("src", "test", "resources", "topics.yaml").says(table);
  }

  @Test
  void noTopicIsNamedTwice() {
    var names = topics.events().stream().map(Topic::name);

    assertThat(names).doesNotHaveDuplicates().hasSize(8);
  }

  @Test
  void noEventTravelsOnTwoTopics() {
    assertThat(Events.all()).doesNotHaveDuplicates().hasSameSizeAs(topics.events());
  }

  @Test
  void namesUseDotsAndHyphensOnly() {
    var names =
        Stream.concat(
                Stream.concat(topics.events().stream(), topics.ofOrganization("org").stream()),
                Stream.of(topics.relayCursor("run-orchestrator")))
            .map(Topic::name);

    // Kafka folds dots and underscores together in the names of metrics.
    assertThat(names).allMatch(name -> name.matches("[a-z0-9.-]+"));
  }

  @Test
  void everyNameOfOursHasThePrefix() {
    var ours = new Topics("acme.").events();

    assertThat(ours).allMatch(topic -> topic.name().startsWith("acme."));
    assertThat(ours.getFirst().name()).isEqualTo("acme." + Topics.ACTION_INVOKED);
  }

  @Test
  void anOrganizationsTopicsHaveNoPrefix() {
    assertThat(new Topics("acme.").ofOrganization("org_1"))
        .extracting(Topic::name)
        .containsExactly("org_1.runs", "org_1.change.log", "org_1.reports");
  }

  @Test
  void partitionsAreSettable() {
    var few = new Topics("slipway.", 2, 1);

    assertThat(few.events()).allMatch(topic -> topic.partitions() == 2);
    assertThat(few.ofOrganization("org")).allMatch(topic -> topic.partitions() == 1);
    assertThat(few.relayCursor("notifier").partitions()).isEqualTo(1);
  }

  @Test
  void refusesAPrefixThatWouldRunIntoTheName() {
    assertThatThrownBy(() -> new Topics("acme"))
        .hasMessage("slipway.topics.prefix must end with a dot, and 'acme' does not");
  }

  @Test
  void refusesATopicWithoutPartitions() {
    assertThatThrownBy(() -> new Topics("slipway.", 0, 3).actionInvoked())
        .hasMessageContaining("needs at least one partition");
  }

  @Test
  void deadLettersKeepTheOrderOfTheirSource() {
    var deadLetters = topics.deadLettersOf(topics.runStatusChanged(), "notifier");

    assertThat(deadLetters.name()).isEqualTo("slipway.run.status-changed.v1.notifier.dlt");
    assertThat(deadLetters.partitions()).isEqualTo(12);
    assertThat(deadLetters.settings()).containsEntry("retention.ms", "-1");
  }

  @Test
  void theSubjectIsThatOfTheTopicsValue() {
    assertThat(Topics.subject(topics.entityChanged())).isEqualTo("slipway.entity.changed.v1-value");
  }

  @Test
  void onlyTheNewestCursorIsKeptOfEachService() {
    assertThat(topics.relayCursor("notifier").name()).isEqualTo("slipway.relay-cursor.notifier.v1");
    assertThat(topics.relayCursor("notifier").settings())
        .containsEntry("cleanup.policy", "compact")
        .doesNotContainKey("retention.ms");
  }

  private static String rendered(List<? extends Topic<?>> topics) {
    var text = new StringBuilder();
    for (var topic : topics) {
      text.append("  - name: \"%s\"\n".formatted(topic.name()));
      text.append("    key: %s\n".formatted(topic.key().words()));
      text.append("    value: %s\n".formatted(value(topic)));
      text.append("    partitions: %d\n".formatted(topic.partitions()));
      text.append("    settings:\n");
      topic
          .settings()
          .forEach((name, value) -> text.append("      %s: \"%s\"\n".formatted(name, value)));
    }
    return text.toString();
  }

  private static String value(Topic<?> topic) {
    return switch (topic.value()) {
      case Topic.Value.Event<?>(var type) -> "Avro, " + type.getName();
      case Topic.Value.Json() -> "JSON";
      case Topic.Value.Opaque() -> "bytes of the relay";
      case Topic.Value.AsItsSource() -> "as its source";
    };
  }
}
