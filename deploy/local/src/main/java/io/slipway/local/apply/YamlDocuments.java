package io.slipway.local.apply;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * YAML 1.2 as JSON, with the line of every value: {@code no} is a word and not false, an alias is
 * what it points to, and a key that is there twice is refused.
 */
final class YamlDocuments {
  private static final int DEEPEST = 64;
  private static final int MOST_VALUES = 200_000; // also of those that aliases multiply
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** One of the documents of a file. */
  record Raw(JsonNode value, Map<String, Integer> lines) {}

  /** It is no YAML, or none that has a meaning as JSON. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    Unreadable(Optional<Mark> mark, String message) {
      super(message, null, false, false);
      line = mark.map(at -> at.getLine() + 1).orElse(0);
    }

    /** From 1; 0 when it is not known. */
    int line() {
      return line;
    }
  }

  private final Map<String, Integer> lines = new HashMap<>();
  private int values;

  private YamlDocuments() {}

  /** All documents of a text; one that holds nothing is null and not left out. */
  static List<Raw> read(String text, String label) {
    var settings =
        LoadSettings.builder()
            .setLabel(label)
            .setSchema(new CoreSchema())
            .setMaxAliasesForCollections(MOST_VALUES) // ours is the limit that counts
            .setCodePointLimit(Integer.MAX_VALUE)
            .setUseMarks(true)
            .build();
    var documents = new ArrayList<Raw>();
    try {
      for (var node : new Compose(settings).composeAllFromString(text)) {
        var one = new YamlDocuments();
        documents.add(new Raw(one.json(node, "", 0), one.lines));
      }
    } catch (org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException broken) {
      throw new Unreadable(broken.getProblemMark(), "is not YAML: " + broken.getProblem());
    } catch (org.snakeyaml.engine.v2.exceptions.YamlEngineException broken) {
      throw new Unreadable(Optional.empty(), "is not YAML: " + broken.getMessage());
    }
    return documents;
  }

  private JsonNode json(Node node, String pointer, int depth) {
    if (depth > DEEPEST) {
      throw new Unreadable(node.getStartMark(), "is nested deeper than 64 levels, or in itself");
    }
    if (++values > MOST_VALUES) {
      throw new Unreadable(node.getStartMark(), "has more than 200,000 values");
    }
    node.getStartMark().ifPresent(at -> lines.put(pointer, at.getLine() + 1));
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer, depth);
      case SequenceNode sequence -> array(sequence, pointer, depth);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new Unreadable(node.getStartMark(), "is of no known form");
    };
  }

  private JsonNode object(MappingNode mapping, String pointer, int depth) {
    var object = JSON.objectNode();
    for (var member : mapping.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        throw new Unreadable(member.getKeyNode().getStartMark(), "has a key that is no word");
      }
      var name = key.getValue();
      if (object.has(name)) {
        throw new Unreadable(key.getStartMark(), "has the key '" + name + "' twice");
      }
      object.set(name, json(member.getValueNode(), Pointers.at(pointer, name), depth + 1));
    }
    return object;
  }

  private JsonNode array(SequenceNode sequence, String pointer, int depth) {
    var array = JSON.arrayNode();
    for (var item : sequence.getValue()) {
      array.add(json(item, pointer + "/" + array.size(), depth + 1));
    }
    return array;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    var text = scalar.getValue();
    var tag = scalar.getTag();
    try {
      if (tag.equals(Tag.NULL)) {
        return JSON.nullNode();
      } else if (tag.equals(Tag.BOOL)) {
        return JSON.booleanNode(Boolean.parseBoolean(text));
      } else if (tag.equals(Tag.INT)) {
        return whole(text);
      } else if (tag.equals(Tag.FLOAT)) {
        return JSON.numberNode(new BigDecimal(text));
      } else if (tag.equals(Tag.STR)) {
        return JSON.stringNode(text);
      }
    } catch (NumberFormatException noNumber) {
      throw new Unreadable(
          scalar.getStartMark(), "has the number " + text + ", which JSON cannot say");
    }
    throw new Unreadable(
        scalar.getStartMark(), "has the tag " + tag.getValue() + ", which JSON cannot say");
  }

  private static JsonNode whole(String text) {
    if (text.startsWith("0x")) {
      return JSON.numberNode(new BigInteger(text.substring(2), 16));
    }
    if (text.startsWith("0o")) {
      return JSON.numberNode(new BigInteger(text.substring(2), 8));
    }
    return JSON.numberNode(new BigInteger(text));
  }
}
