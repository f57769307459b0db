package io.slipway.e2e.house;

import java.security.SecureRandom;

/** Random texts, so that no test needs to clean up after another. */
public final class Texts {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Texts() {}

  public static String random(int length) {
    return RANDOM
        .ints(length, 0, LETTERS.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
        .toString();
  }
}
