package io.slipway.local.apply;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a document may declare; {@code key} is the member that says which one. */
enum Kind {
  BLUEPRINT("identifier"),
  TEAM("name"),
  USER("email"),
  ENTITY("identifier"),
  ACTION("identifier");

  private final String key;

  Kind(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  /** As documents write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Kind::word).toList();
  }
}
