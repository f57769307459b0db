package io.slipway.local.suite;

import org.jspecify.annotations.Nullable;

/** The server that takes mails, when there is one. */
public record Smtp(
    String host, int port, @Nullable String username, @Nullable String password, String from) {}
