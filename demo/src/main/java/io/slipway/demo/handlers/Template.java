package io.slipway.demo.handlers;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder of text files, in whose names and contents <code>{{name}}</code> stands for a value.
 *
 * @param files by their names, as they stand in the template
 */
record Template(Map<String, String> files) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z_]+)\\s*}}");

  /** One of the demo's own. */
  static Template named(String name, Set<String> offered) throws IOException {
    if (!offered.contains(name)) {
      throw new IllegalArgumentException(
          "There is no template \"%s\"; there are %s".formatted(name, offered));
    }
    var folder = Template.class.getResource("/io/slipway/demo/templates/" + name);
    if (folder == null) {
      throw new IllegalStateException("The template " + name + " is missing from the demo's jar");
    }
    try {
      return in(folder.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A folder, also one within a jar. */
  static Template in(URI folder) throws IOException {
    return folder.getScheme().equals("jar") ? fromJar(folder) : from(Path.of(folder));
  }

  private static Template fromJar(URI folder) throws IOException {
    var separator = folder.toString().indexOf('!');
    var jar = Path.of(URI.create(folder.toString().substring("jar:".length(), separator)));
    try (var files = FileSystems.newFileSystem(jar)) {
      return from(files.getPath(folder.toString().substring(separator + 1)));
    }
  }

  private static Template from(Path folder) throws IOException {
    var files = new TreeMap<String, String>();
    try (var all = Files.walk(folder)) {
      for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        var name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readString(file));
      }
    }
    return new Template(files);
  }

  /** Writes the files, and says which, in the order of their names. */
  List<String> renderInto(Path folder, Map<String, String> values) throws IOException {
    var written = new ArrayList<String>();
    for (var file : files.entrySet()) {
      var name = rendered(file.getKey(), file.getKey(), values);
      var target = folder.resolve(name).normalize();
      if (!target.startsWith(folder.normalize())) {
        throw new IllegalArgumentException("The template's file " + name + " would lie elsewhere");
      }
      Files.createDirectories(target.getParent());
      Files.writeString(target, rendered(file.getValue(), file.getKey(), values));
      written.add(name);
    }
    return written;
  }

  private static String rendered(String text, String file, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              var value = values.get(found.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    "%s asks for {{%s}}, which nobody gave".formatted(file, found.group(1)));
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
