package io.slipway.chassis.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;

/** Makes identifiers. */
public final class Ids {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedEpochGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /**
   * An opaque identifier as the contract shapes it: the prefix and 16 letters or digits, for
   * example {@code r_QOz6WoOB1Q2lmhZZ}.
   */
  public static String withPrefix(String prefix) {
    return prefix + random(LENGTH);
  }

  /** Letters and digits, unpredictable. */
  public static String random(int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** The identifier of an event: a UUID of version 7, so that indexes stay warm at one end. */
  public static String event() {
    return TIME_ORDERED.generate().toString();
  }
}
