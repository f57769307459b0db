package io.slipway.orchestrator.dispatch;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which secrets a program names: {@code .secrets.NAME}, {@code .secrets["name"]} or {@code
 * .secrets."name"}. They are fetched before it runs, and no program sees one that it does not name.
 */
final class SecretNames {
  private static final Pattern NAMED =
      Pattern.compile(
          "\\.secrets\\s*(?:\\.\\s*([A-Za-z_][A-Za-z0-9_]*)|\\.?\\s*\\[?\\s*[\"']([A-Za-z0-9_-]+)[\"'])");

  private SecretNames() {}

  static Set<String> in(String program) {
    Set<String> names = new LinkedHashSet<>();
    var found = NAMED.matcher(program);
    while (found.find()) {
      names.add(found.group(1) == null ? found.group(2) : found.group(1));
    }
    return names;
  }

  static Set<String> in(Iterable<String> programs) {
    Set<String> names = new LinkedHashSet<>();
    programs.forEach(program -> names.addAll(in(program)));
    return names;
  }
}
