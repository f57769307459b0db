package io.slipway.local.apply;

import java.util.Map;

/**
 * Where a document was read.
 *
 * @param file as the person named it
 * @param number of the document in its file, from 1
 * @param lines the line of each JSON pointer, where the format tells; {@code ""} is the document
 */
record Place(String file, int number, Map<String, Integer> lines) {

  Place {
    lines = Map.copyOf(lines);
  }

  /** The file, the document and the line nearest to this pointer. */
  String at(String pointer) {
    for (var path = pointer; ; path = path.substring(0, path.lastIndexOf('/'))) {
      var line = lines.get(path);
      if (line != null) {
        return "%s:%d (document %d)".formatted(file, line, number);
      }
      if (path.isEmpty()) {
        return "%s (document %d)".formatted(file, number);
      }
    }
  }

  @Override
  public String toString() {
    return at("");
  }
}
