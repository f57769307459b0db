package io.slipway.chaos;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Counts what has come to the topics of dead letters. */
final class DeadLetters {

  private static final String SUFFIX = ".dlt";

  private DeadLetters() {}

  static Map<String, Long> count(Map<String, Object> client)
      throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(client)) {
      var names =
          admin.listTopics().names().get().stream().filter(name -> name.endsWith(SUFFIX)).toList();
      var partitions =
          admin.describeTopics(names).allTopicNames().get().values().stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(one -> new TopicPartition(topic.name(), one.partition())))
              .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
      var counts = new TreeMap<String, Long>();
      admin
          .listOffsets(partitions)
          .all()
          .get()
          .forEach((partition, end) -> counts.merge(partition.topic(), end.offset(), Long::sum));
      return counts;
    }
  }

  /** What came after {@code before} was counted, by topic; topics without news are left out. */
  static Map<String, Long> since(Map<String, Long> before, Map<String, Long> after) {
    var more = new TreeMap<String, Long>();
    after.forEach(
        (topic, count) -> {
          var came = count - before.getOrDefault(topic, 0L);
          if (came > 0) {
            more.put(topic, came);
          }
        });
    return more;
  }
}
