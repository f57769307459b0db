package io.slipway.demo.story;

/** Something did not happen as the story has it. */
public final class StoryFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoryFault(String sentence) {
    super(sentence);
  }

  /** Fails with the sentence unless it is so. */
  static void unless(boolean so, String sentence, Object... arguments) {
    if (!so) {
      throw new StoryFault(sentence.formatted(arguments));
    }
  }
}
