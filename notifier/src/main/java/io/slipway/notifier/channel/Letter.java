package io.slipway.notifier.channel;

/**
 * What an e-mail says, once for people and once for their mail program.
 *
 * @param subject one line
 * @param text plain text
 * @param html the same with a layout; nothing in it is fetched from elsewhere
 */
public record Letter(String subject, String text, String html) {}
