package io.slipway.demo.agent;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition has been done. Work ends in any order, but an offset says "everything
 * before me is done", so it stands at the oldest that is not.
 */
final class Offsets {

  private final Map<TopicPartition, Lane> lanes = new HashMap<>();

  private static final class Lane {
    private final TreeSet<Long> open = new TreeSet<>();
    private long next;
    private long said = -1;

    long safe() {
      return open.isEmpty() ? next : open.first();
    }
  }

  /** A record is taken up; run what is returned when it is done. */
  synchronized Runnable begin(TopicPartition partition, long offset) {
    var lane = lanes.computeIfAbsent(partition, _ -> new Lane());
    lane.open.add(offset);
    lane.next = offset + 1;
    return () -> done(lane, offset);
  }

  /** The lane is remembered by who began: it may have been given away and come back since. */
  private synchronized void done(Lane lane, long offset) {
    lane.open.remove(offset);
  }

  /** What may be committed and is news. */
  synchronized Map<TopicPartition, OffsetAndMetadata> news() {
    var news = new HashMap<TopicPartition, OffsetAndMetadata>();
    lanes.forEach(
        (partition, lane) -> {
          if (lane.safe() != lane.said) {
            lane.said = lane.safe();
            news.put(partition, new OffsetAndMetadata(lane.said));
          }
        });
    return news;
  }

  /** How many are being worked on. */
  synchronized int open() {
    return lanes.values().stream().mapToInt(lane -> lane.open.size()).sum();
  }

  /** These are somebody else's now. */
  synchronized void forget(Collection<TopicPartition> partitions) {
    lanes.keySet().removeAll(partitions);
  }
}
