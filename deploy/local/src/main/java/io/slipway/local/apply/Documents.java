package io.slipway.local.apply;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads files and folders of documents; nothing that is wrong in one hides what is in another. */
final class Documents {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<Document> documents = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Place> seen = new HashMap<>();

  private Documents() {}

  /**
   * Reads them in the order given, the files of a folder by name, folders within it included. Of a
   * folder only {@code .yaml}, {@code .yml} and {@code .json} are read, and nothing hidden.
   */
  static Reading read(List<Path> paths) {
    var reader = new Documents();
    paths.forEach(reader::path);
    return new Reading(reader.documents, reader.faults);
  }

  private void path(Path path) {
    if (!Files.isDirectory(path)) {
      file(path);
      return;
    }
    var before = documents.size() + faults.size();
    try (Stream<Path> files = Files.walk(path)) {
      files.filter(file -> belongs(path, file)).sorted().forEach(this::file);
    } catch (IOException | java.io.UncheckedIOException failure) {
      faults.add(new Fault(path.toString(), "", "", "cannot be read: " + failure.getMessage()));
    }
    if (documents.size() + faults.size() == before) {
      faults.add(new Fault(path.toString(), "", "", "has no .yaml, .yml or .json file"));
    }
  }

  private static boolean belongs(Path folder, Path file) {
    for (var part : folder.relativize(file)) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    var name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
  }

  private void file(Path file) {
    try {
      var text = Files.readString(file);
      if (file.toString().endsWith(".json")) {
        json(file, text);
      } else {
        yaml(file, text);
      }
    } catch (CharacterCodingException notText) {
      faults.add(new Fault(file.toString(), "", "", "is not UTF-8"));
    } catch (java.nio.file.NoSuchFileException missing) {
      faults.add(new Fault(file.toString(), "", "", "does not exist"));
    } catch (IOException failure) {
      faults.add(new Fault(file.toString(), "", "", "cannot be read: " + failure.getMessage()));
    }
  }

  /** One object, or a list of them. */
  private void json(Path file, String text) {
    try {
      var value = JSON.readTree(text);
      if (value.isArray()) {
        int number = 1;
        for (var item : value) {
          document(new Place(file.toString(), number++, Map.of()), item);
        }
      } else {
        document(new Place(file.toString(), 1, Map.of()), value);
      }
    } catch (JacksonException broken) {
      var line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      faults.add(unreadable(file, line, "is not JSON: " + broken.getOriginalMessage()));
    }
  }

  private void yaml(Path file, String text) {
    try {
      int number = 1;
      for (var raw : YamlDocuments.read(text, file.toString())) {
        var place = new Place(file.toString(), number++, raw.lines());
        if (!raw.value().isNull()) { // between two separators, or only comments
          document(place, raw.value());
        }
      }
    } catch (YamlDocuments.Unreadable broken) {
      faults.add(unreadable(file, broken.line(), String.valueOf(broken.getMessage())));
    }
  }

  private static Fault unreadable(Path file, int line, String message) {
    return new Fault(line > 0 ? file + ":" + line : file.toString(), "", "", message);
  }

  private void document(Place place, JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      faults.add(new Fault(place.at(""), "", "", "must be an object with a kind"));
      return;
    }
    var word = object.path("kind").asString("");
    var kind = Kind.of(word);
    if (kind.isEmpty()) {
      var message = "must be one of " + String.join(", ", Kind.words());
      faults.add(new Fault(place.at("/kind"), "", "/kind", message));
      return;
    }
    var body = object.deepCopy();
    body.remove("kind");
    var document = new Document(kind.get(), body, place);
    var wrong = Shape.faults(document);
    faults.addAll(wrong);
    if (wrong.isEmpty()) {
      var first = seen.putIfAbsent(document.name(), place);
      if (first != null) {
        faults.add(Fault.of(document, "", "is declared at " + first + " already"));
      } else {
        documents.add(document);
      }
    }
  }
}
