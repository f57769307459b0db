package io.slipway.demo.handlers;

import java.util.regex.Pattern;

/** Names that become folders. The form asks for the same, but an agent trusts no message. */
final class Names {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,48}[a-z0-9]");

  private Names() {}

  static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a name: use 3 to 50 lower-case letters, digits and hyphens"
              .formatted(name));
    }
    return name;
  }
}
