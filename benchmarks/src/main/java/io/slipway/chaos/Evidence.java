package io.slipway.chaos;

import java.util.List;
import java.util.Map;

/**
 * Everything that was seen, once all is quiet.
 *
 * @param wishes what was asked for and what the API says became of it
 * @param invocations all records of {@code {org}.runs}, as read at {@code read_committed}
 * @param changes all {@code RunStatusChanged} of the organisation, in the order of their partitions
 * @param deadLetters how many records came to each topic of dead letters
 * @param witnessed what driver, agent and killer have noticed themselves
 */
record Evidence(
    List<Wish> wishes,
    List<Invocation> invocations,
    List<StatusChange> changes,
    Map<String, Long> deadLetters,
    List<Violation> witnessed) {}
