package io.slipway.bench;

import java.util.Map;
import java.util.Optional;

/**
 * What was used, apart from time.
 *
 * @param head what it was used for, in a word or two
 * @param units how many lives it was, or seconds
 */
record Cost(
    String head,
    double units,
    Optional<CpuTimes> cpu,
    Map<String, Double> database,
    Map<String, Long> appends) {}
