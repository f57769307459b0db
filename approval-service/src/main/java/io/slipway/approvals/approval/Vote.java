package io.slipway.approvals.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one party said, and when. */
public record Vote(Party voter, Verdict verdict, @Nullable String description, Instant at) {}
