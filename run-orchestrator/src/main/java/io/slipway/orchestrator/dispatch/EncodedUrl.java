package io.slipway.orchestrator.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Makes an address of what templates made: whatever no address may hold is percent-encoded. */
final class EncodedUrl {
  private static final String ALLOWED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private EncodedUrl() {}

  static String of(String text) {
    int path = text.indexOf('/', text.indexOf("://") + 3);
    var encoded = new StringBuilder(text.length() + 16);
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xff);
      // Brackets hold addresses of the sixth version, before the path.
      boolean bracket = (c == '[' || c == ']') && (path < 0 || encoded.length() < path);
      if (ALLOWED.indexOf(c) >= 0 || bracket) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.toHexDigits(one));
      }
    }
    return encoded.toString();
  }

  /** Without its query, and without whoever it names. */
  static String target(String url) {
    return url.replaceFirst("[?#].*$", "").replaceFirst("^([A-Za-z]+://)[^/@]*@", "$1");
  }
}
