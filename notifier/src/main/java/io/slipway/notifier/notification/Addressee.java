package io.slipway.notifier.notification;

import org.jspecify.annotations.Nullable;

/** Someone who is written to. */
public record Addressee(String email, @Nullable String name) {}
