package io.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Prose that no test reads goes stale: every relative link of every page leads somewhere. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    var root = root();
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (var page : pages(root)) {
      var found = LINK.matcher(Files.readString(page));
      while (found.find()) {
        links++;
        if (!Files.exists(page.resolveSibling(found.group(1)))) {
          broken.add(root.relativize(page) + " -> " + found.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(links).isGreaterThan(60);
  }

  private static List<Path> pages(Path root) throws IOException {
    try (var files = Files.walk(root, 5)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("target"))
          .filter(file -> !root.relativize(file).toString().startsWith("."))
          .toList();
    }
  }

  private static Path root() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("slipway"))) {
        return at;
      }
    }
    throw new IllegalStateException("not inside the repository");
  }
}
