package io.slipway.catalog.entity;

/** The other end of a link: by its internal id, and as it is called now. */
public record Related(String id, String identifier, String title) {}
