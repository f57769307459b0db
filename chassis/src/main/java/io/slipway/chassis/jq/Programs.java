package io.slipway.chassis.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** The JQ library, seen from outside of the loader that meters it. */
public interface Programs {

  /**
   * Reads a program.
   *
   * @throws IllegalArgumentException when it is none
   */
  Program compile(String text);

  /** A program that can be run, by several threads at once. */
  @FunctionalInterface
  interface Program {
    /**
     * Runs it to its end.
     *
     * @throws IllegalArgumentException with the program's own error
     */
    void run(JsonNode input, Consumer<JsonNode> output);
  }
}
