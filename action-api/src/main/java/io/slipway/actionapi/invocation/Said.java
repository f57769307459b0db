package io.slipway.actionapi.invocation;

import java.util.Map;

/**
 * An event as it was, or will be, published: whoever asks for it by HTTP gets the same record that
 * Kafka brings.
 */
public record Said(String eventId, String key, Map<String, String> headers, byte[] payload) {}
