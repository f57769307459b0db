package io.slipway.chassis.jq;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the program on this thread uses up. {@link MeteredClasses} has put a call of {@link
 * #check} at the start of every method of the library and before every jump backwards, so no loop
 * and no recursion of it escapes.
 */
public final class Meter {
  private static final int CHECKS_BETWEEN_LOOKS = 16;
  private static final int LOOKS_BETWEEN_CLOCKS = 32;
  private static final String MEMORY = "it needed too much memory";
  private static final ThreadLocal<@Nullable Meter> CURRENT = new ThreadLocal<>();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long workUntil;
  private final long clockUntil;
  private final long allocatedUntil;
  private final long roomiest;
  private int left = CHECKS_BETWEEN_LOOKS;
  private int looks = LOOKS_BETWEEN_CLOCKS;

  private Meter(JqLimits limits) {
    this.workUntil = THREADS.getCurrentThreadCpuTime() + limits.work().toNanos();
    this.clockUntil = System.nanoTime() + limits.patience().toNanos();
    this.allocatedUntil = THREADS.getCurrentThreadAllocatedBytes() + limits.allocation();
    this.roomiest = limits.allocation() / Long.BYTES;
  }

  /**
   * A program used up what it had; carries no trace, since it is thrown and caught in one place.
   */
  static final class UsedUp extends Error {
    private static final long serialVersionUID = 1;

    UsedUp(String what) {
      super(what, null, false, false);
    }
  }

  /** Goes on, or throws when the program on this thread has used up what it may. */
  public static void check() {
    var meter = CURRENT.get();
    if (meter != null && --meter.left < 0) {
      meter.look();
    }
  }

  static <T> T metered(JqLimits limits, Supplier<T> work) {
    CURRENT.set(new Meter(limits));
    try {
      return work.get();
    } finally {
      CURRENT.remove();
    }
  }

  /** Goes on, or throws when so many elements at once are more than the program may have. */
  public static void room(int elements) {
    var meter = CURRENT.get();
    if (meter != null && elements > meter.roomiest) {
      throw new UsedUp(MEMORY);
    }
  }

  private void look() {
    left = CHECKS_BETWEEN_LOOKS;
    if (THREADS.getCurrentThreadAllocatedBytes() > allocatedUntil) {
      left = 0;
      throw new UsedUp(MEMORY);
    }
    if (--looks < 0) {
      if (THREADS.getCurrentThreadCpuTime() > workUntil || System.nanoTime() - clockUntil > 0) {
        left = 0;
        looks = 0;
        throw new UsedUp("it ran for too long");
      }
      looks = LOOKS_BETWEEN_CLOCKS;
    }
  }
}
