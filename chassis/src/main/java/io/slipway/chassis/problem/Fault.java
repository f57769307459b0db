package io.slipway.chassis.problem;

/**
 * One thing that is wrong with what a client sent.
 *
 * @param pointer where, as a JSON pointer into the body or a query parameter's name
 * @param message a sentence for a person
 */
public record Fault(String pointer, String message) {}
