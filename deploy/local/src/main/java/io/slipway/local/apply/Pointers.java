package io.slipway.local.apply;

/** JSON pointers (RFC 6901). */
final class Pointers {

  private Pointers() {}

  /** One step deeper. */
  static String at(String pointer, String member) {
    return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
