package io.slipway.demo.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetsTest {

  private static final TopicPartition ZERO = new TopicPartition("org.runs", 0);
  private static final TopicPartition ONE = new TopicPartition("org.runs", 1);

  private final Offsets offsets = new Offsets();

  @Test
  void standsAtTheOldestThatIsNotDone() {
    var first = offsets.begin(ZERO, 10);
    var second = offsets.begin(ZERO, 11);
    assertThat(offsets.news()).isEqualTo(at(10));

    second.run();
    assertThat(offsets.news()).isEmpty();

    first.run();
    assertThat(offsets.news()).isEqualTo(at(12));
    assertThat(offsets.news()).isEmpty();
  }

  @Test
  void countsWhatIsBeingWorkedOnInAllPartitions() {
    var first = offsets.begin(ZERO, 0);
    offsets.begin(ONE, 7);
    assertThat(offsets.open()).isEqualTo(2);

    first.run();
    assertThat(offsets.open()).isEqualTo(1);
  }

  @Test
  void doesNotTakeTheEndOfOldWorkForTheEndOfNewWork() {
    var beforeItWasGivenAway = offsets.begin(ZERO, 5);
    offsets.forget(List.of(ZERO));
    offsets.begin(ZERO, 5);
    offsets.news();

    beforeItWasGivenAway.run();

    assertThat(offsets.news()).isEmpty();
    assertThat(offsets.open()).isEqualTo(1);
  }

  private static Map<TopicPartition, OffsetAndMetadata> at(long offset) {
    return Map.of(ZERO, new OffsetAndMetadata(offset));
  }
}
