package io.slipway.local.apply;

/**
 * Something that is wrong, for a person to put right.
 *
 * @param where the file, the document, the line
 * @param what it is about, such as {@code entity Component/cart}; empty when that is not known
 * @param path a JSON pointer into the document; empty for all of it
 */
record Fault(String where, String what, String path, String message) {

  static Fault of(Document document, String path, String message) {
    return new Fault(document.place().at(path), document.name(), path, message);
  }

  @Override
  public String toString() {
    var text = new StringBuilder(where);
    for (var part : new String[] {what, path, message}) {
      if (!part.isEmpty()) {
        text.append(": ").append(part);
      }
    }
    return text.toString();
  }
}
