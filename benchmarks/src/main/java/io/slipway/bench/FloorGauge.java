package io.slipway.bench;

import io.slipway.bench.suite.SuiteAccess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;

/** Measures the floors: bare JDBC and bare Kafka clients, no HTTP, no JSON, nobody signed in. */
final class FloorGauge implements AutoCloseable {

  private static final int CONNECTIONS = 8;
  private static final int WARM_UP = 300;

  private final FloorTable table;
  private final FloorTopic topic;
  private long key;

  FloorGauge(SuiteAccess suite, String name)
      throws SQLException, ExecutionException, InterruptedException {
    table = new FloorTable(suite.database(), CONNECTIONS);
    topic = new FloorTopic(suite.kafkaAdmin(), name);
  }

  /** So that the first figures are not those of cold code and empty caches. */
  void warmUp() throws SQLException, ExecutionException, InterruptedException {
    for (var i = 0; i < WARM_UP; i++) {
      table.commit();
      topic.hop("warm" + key++);
    }
  }

  Floors measure(int rate, Duration each)
      throws SQLException, ExecutionException, InterruptedException {
    return new Floors(hops(each), commits(each), chains(rate, each));
  }

  private Figures hops(Duration each) throws ExecutionException, InterruptedException {
    var took = new ArrayList<Long>();
    for (var end = System.nanoTime() + each.toNanos(); end - System.nanoTime() > 0; ) {
      var from = System.nanoTime();
      took.add(topic.hop("hop" + key++) - from);
    }
    return Figures.of(took);
  }

  private Figures commits(Duration each) throws SQLException, InterruptedException {
    var took = new ArrayList<Long>();
    for (var end = System.nanoTime() + each.toNanos(); end - System.nanoTime() > 0; ) {
      var from = System.nanoTime();
      table.commit();
      took.add(System.nanoTime() - from);
    }
    return Figures.of(took);
  }

  /** Open loop, as the lives are: what falls behind counts from when it was due. */
  private Figures chains(int rate, Duration each) throws InterruptedException {
    var took = new ConcurrentLinkedQueue<Long>();
    var threads = new ArrayList<Thread>();
    var begin = System.nanoTime() + 5_000_000;
    for (var offset : Schedule.constant(rate, each.multipliedBy(2)).offsets()) {
      Pace.until(begin + offset);
      var name = "chain" + key++;
      threads.add(Thread.startVirtualThread(() -> chain(name, begin + offset, took)));
    }
    join(threads);
    return Figures.of(took);
  }

  private void chain(String name, long due, Collection<Long> took) {
    try {
      table.commit();
      topic.hop(name + "a");
      table.commit();
      took.add(topic.hop(name + "b") - due);
    } catch (SQLException | ExecutionException e) {
      throw new IllegalStateException("a floor could not be measured", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (var thread : threads) {
      thread.join();
    }
  }

  @Override
  public void close() throws SQLException, ExecutionException, InterruptedException {
    try (table) {
      topic.close();
    }
  }
}
