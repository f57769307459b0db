package io.slipway.e2e.house;

import io.slipway.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every setting of ours, as the sources of the services name it. */
public final class Settings {
  private static final List<String> MODULES =
      List.of(
          "schemas",
          "chassis",
          "action-api",
          "run-orchestrator",
          "approval-service",
          "notifier",
          "catalog-service");
  private static final Pattern PREFIX =
      Pattern.compile("@ConfigurationProperties\\(\"([^\"]+)\"\\)");
  private static final Pattern RECORD =
      Pattern.compile(
          "(?:/\\*\\*(?<doc>(?:[^*]|\\*(?!/))*)\\*/\\s*)?(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
              + "(?:public )?record (?<name>\\w+)\\((?<parts>(?:[^{]|(?<=\\$)\\{)*)\\)[^){]*\\{");
  private static final Pattern PART =
      Pattern.compile(
          "(?:@DefaultValue(?:\\(\"(?<usual>[^\"]*)\"\\))?\\s+)?(?:@Nullable )?(?<type>\\w+) (?<name>\\w+)(?:,|$)");
  private static final Pattern PARAM =
      Pattern.compile("@param (?<name>\\w+) (?<text>(?:[^@]|@(?!param))*)");
  private static final Pattern VALUE =
      Pattern.compile("\"\\$\\{(?<name>slipway\\.[a-z.-]+)(?::(?<usual>[^}]*))?}");
  private static final Pattern CONSTANT = Pattern.compile("Topics\\.(\\w+)");

  private final Map<String, Row> rows = new TreeMap<>();

  /** One setting. */
  public record Row(String name, String usual, String meaning) {}

  private record Part(String name, String type, String usual, String meaning) {}

  private Settings() {}

  /** What the sources below this folder say. */
  public static Settings of(Path root) {
    var settings = new Settings();
    for (var module : MODULES) {
      try (var files = Files.walk(root.resolve(module + "/src/main/java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(SuiteUnderTest::read)
            .forEach(settings::read);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return settings;
  }

  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  public List<String> unexplained() {
    return rows().stream().filter(row -> row.meaning().isBlank()).map(Row::name).toList();
  }

  public String table() {
    var table = new StringBuilder("| setting | default | meaning |\n|---|---|---|\n");
    for (var row : rows()) {
      var usual = row.usual().isEmpty() ? "\u2013" : "`" + row.usual() + "`";
      table.append("| `%s` | %s | %s |\n".formatted(row.name(), usual, row.meaning()));
    }
    return table.toString();
  }

  private void read(String source) {
    var prefix = PREFIX.matcher(source);
    if (prefix.find()) {
      Map<String, List<Part>> records = new HashMap<>();
      var found = RECORD.matcher(source);
      String first = null;
      while (found.find()) {
        first = first == null ? found.group("name") : first;
        records.put(found.group("name"), parts(found.group("parts"), found.group("doc")));
      }
      add(prefix.group(1), records.get(first), records);
    }
    var value = VALUE.matcher(source);
    while (value.find()) {
      var usual = value.group("usual");
      var name = value.group("name");
      rows.putIfAbsent(name, new Row(name, plain(usual == null ? "" : usual), Sentences.of(name)));
    }
  }

  /** A default that the source takes from a constant of {@code Topics}, as the constant has it. */
  private static String plain(String usual) {
    var constant = CONSTANT.matcher(usual);
    if (!constant.find()) {
      return usual;
    }
    try {
      return String.valueOf(Topics.class.getField(constant.group(1)).get(null));
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void add(String prefix, List<Part> parts, Map<String, List<Part>> records) {
    for (var part : parts) {
      var name = prefix + "." + kebab(part.name());
      if (records.containsKey(part.type())) {
        add(name, records.get(part.type()), records);
      } else {
        var meaning = part.meaning().isEmpty() ? Sentences.of(name) : part.meaning();
        rows.put(name, new Row(name, part.usual(), meaning));
      }
    }
  }

  private static List<Part> parts(String text, String doc) {
    Map<String, String> meanings = new HashMap<>();
    var params = PARAM.matcher(doc == null ? "" : doc.replaceAll("\\n\\s*\\*", " "));
    while (params.find()) {
      meanings.put(params.group("name"), sentence(params.group("text")));
    }
    List<Part> parts = new ArrayList<>();
    var part = PART.matcher(text.strip().replaceAll("\\s+", " "));
    while (part.find()) {
      var name = part.group("name");
      var usual = part.group("usual") == null ? "" : part.group("usual");
      parts.add(new Part(name, part.group("type"), usual, meanings.getOrDefault(name, "")));
    }
    return parts;
  }

  private static String sentence(String javadoc) {
    var plain = javadoc.strip().replaceAll("\\s+", " ").replaceAll("\\{@code ([^}]*)}", "`$1`");
    return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
