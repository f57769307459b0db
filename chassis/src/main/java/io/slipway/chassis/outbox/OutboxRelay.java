package io.slipway.chassis.outbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what waits in the outbox: one relay per service holds the lease, with one batch in
 * flight in each lane. It is woken after a commit, and looks by itself every {@code poll} for what
 * another replica has committed.
 */
public final class OutboxRelay implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

  private final RelayLease lease;
  private final Map<Lane, LanePublisher> lanes;
  private final Map<Lane, Semaphore> signals = new EnumMap<>(Lane.class);
  private final OutboxRows rows;
  private final OutboxSettings settings;
  private final OutboxMeters meters;
  private volatile boolean running;
  private Thread[] threads = {};

  OutboxRelay(
      RelayLease lease,
      Map<Lane, LanePublisher> lanes,
      OutboxRows rows,
      OutboxSettings settings,
      OutboxMeters meters) {
    this.lease = lease;
    this.lanes = lanes;
    this.rows = rows;
    this.settings = settings;
    this.meters = meters;
    lanes.keySet().forEach(lane -> signals.put(lane, new Semaphore(0)));
  }

  /** Says that something waits in a lane. */
  public void wake(Lane lane) {
    var signal = signals.get(lane);
    if (signal != null && signal.availablePermits() == 0) {
      signal.release();
    }
  }

  @Override
  public synchronized void start() {
    if (running || !settings.enabled()) {
      return;
    }
    running = true;
    threads = new Thread[lanes.size() + 1];
    threads[0] = Thread.ofPlatform().name("relay-lease").start(this::keepLease);
    int i = 1;
    for (var lane : lanes.entrySet()) {
      var name = "relay-" + lane.getKey().name().toLowerCase(java.util.Locale.ROOT);
      threads[i++] =
          Thread.ofPlatform().name(name).start(() -> publish(lane.getKey(), lane.getValue()));
    }
  }

  private void keepLease() {
    long nextSweep = System.nanoTime() + SWEEP_EVERY.toNanos();
    while (running) {
      try {
        if (lease.takeOrRenew()) {
          log.info("this relay publishes now");
          lanes.keySet().forEach(this::wake);
        }
        if (lease.held() != null && System.nanoTime() > nextSweep) {
          rows.sweep(settings.keep());
          nextSweep = System.nanoTime() + SWEEP_EVERY.toNanos();
        }
      } catch (RuntimeException failure) {
        log.warn("the relay's lease could not be kept: {}", failure.toString());
      }
      pause(settings.lease().dividedBy(3));
    }
  }

  private void publish(Lane lane, LanePublisher run) {
    RelayLease.Held last = null;
    var pause = Duration.ofMillis(100);
    while (running) {
      try {
        var held = lease.held();
        if (held != null && !held.equals(last)) {
          run.newEpoch();
          last = held;
        }
        int sent = held == null ? 0 : run.publish(held);
        meters.published(lane, sent);
        pause = Duration.ofMillis(100);
        if (sent < settings.batch()) {
          await(lane);
        }
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        break;
      } catch (Exception failure) {
        if (running) {
          log.warn("the {} lane stumbled and will look again: {}", lane, failure.toString());
          meters.stumbled(lane);
          pause(pause);
          pause =
              pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                  ? LONGEST_PAUSE
                  : pause.multipliedBy(2);
        }
      }
    }
    run.close();
  }

  private void await(Lane lane) throws InterruptedException {
    var signal = java.util.Objects.requireNonNull(signals.get(lane));
    if (signal.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
      signal.drainPermits();
    }
  }

  private void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void stop() {
    if (!running) {
      return;
    }
    running = false;
    lanes.keySet().forEach(this::wake);
    for (var thread : threads) {
      if (thread.getName().equals("relay-lease")) {
        thread.interrupt();
      }
    }
    for (var thread : threads) {
      try {
        if (!thread.join(Duration.ofSeconds(10))) {
          thread.interrupt();
        }
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
    try {
      lease.giveBack();
    } catch (RuntimeException failure) {
      log.warn("the relay's lease could not be given back: {}", failure.toString());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0; // stops after the listeners and the web server, so that what they said still goes out
  }
}
