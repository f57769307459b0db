package io.slipway.notifier.notification;

/** A person who asked for a run that needs approval, and waits for news of it. */
public record Watch(
    String organization, String runId, String requesterId, Addressee person, String actionTitle) {}
