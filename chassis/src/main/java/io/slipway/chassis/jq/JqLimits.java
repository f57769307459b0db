package io.slipway.chassis.jq;

import java.time.Duration;

/**
 * What one program may use up.
 *
 * @param work processor time, so that a busy machine fails nobody
 * @param patience time by the clock, however little the program got of it
 * @param allocation bytes allocated while it runs
 * @param output size of everything it puts out, in characters
 * @param depth levels of nesting in its output
 * @param program length of the program itself, in characters
 */
public record JqLimits(
    Duration work, Duration patience, long allocation, int output, int depth, int program) {

  /** 250 ms of work, 64 MiB, 1 MiB of output. */
  public static final JqLimits USUAL =
      new JqLimits(
          Duration.ofMillis(250), Duration.ofSeconds(2), 64L << 20, 1 << 20, 60, 16 * 1024);
}
