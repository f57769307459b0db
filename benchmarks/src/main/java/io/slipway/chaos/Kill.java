package io.slipway.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * One kill.
 *
 * @param back how long it took until the target worked again; empty if it never did
 */
record Kill(String target, Optional<Duration> back) {}
