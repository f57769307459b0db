package io.slipway.bench;

import io.slipway.bench.suite.SuiteAccess;
import io.slipway.events.Topics;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far each topic of the suite and of the organisation has come. */
final class TopicCounters implements AutoCloseable {

  private final Admin admin;
  private final String organization;

  TopicCounters(SuiteAccess suite) {
    admin = Admin.create(suite.kafkaAdmin());
    organization = suite.organization().id();
  }

  /** The offsets that come next, summed over partitions, by topic. */
  Map<String, Long> look() throws ExecutionException, InterruptedException {
    var names =
        admin.listTopics().names().get().stream()
            .filter(name -> name.startsWith(Topics.DEFAULT_PREFIX) || isOrganizations(name))
            .toList();
    var partitions =
        admin.describeTopics(names).allTopicNames().get().values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
            .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
    var totals = new TreeMap<String, Long>();
    admin
        .listOffsets(partitions)
        .all()
        .get()
        .forEach((partition, end) -> totals.merge(partition.topic(), end.offset(), Long::sum));
    return totals;
  }

  private boolean isOrganizations(String topic) {
    return topic.startsWith(organization + ".");
  }

  /** What was appended between two looks; topics that nothing came to are left out. */
  static Map<String, Long> between(Map<String, Long> before, Map<String, Long> after) {
    var more = new TreeMap<String, Long>();
    after.forEach(
        (topic, end) -> {
          var appended = end - before.getOrDefault(topic, 0L);
          if (appended > 0) {
            more.put(topic, appended);
          }
        });
    return more;
  }

  @Override
  public void close() {
    admin.close();
  }
}
