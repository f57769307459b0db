package io.slipway.bench;

import java.util.Map;
import java.util.Optional;

/** What a step used, apart from time. */
record Cost(Optional<CpuTimes> cpu, Map<String, Double> database, Map<String, Long> appends) {}
