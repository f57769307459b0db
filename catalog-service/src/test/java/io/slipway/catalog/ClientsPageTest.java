package io.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about clients names tests; each must be there. */
class ClientsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "clients.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+)(…?))?`");
  private static final Pattern SAME_CLASS = Pattern.compile("`\\.(\\w+)(…?)`");

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    var missing = new ArrayList<String>();
    int named = 0;
    for (var line : Files.readAllLines(PAGE)) {
      if (line.contains("action-api `")) {
        continue; // tests of another module
      }
      var source = "";
      var words = Pattern.compile("`[^`]*`").matcher(line);
      while (words.find()) {
        var test = NAMED.matcher(words.group());
        var same = SAME_CLASS.matcher(words.group());
        if (test.matches()) {
          named++;
          source = source(test.group(1));
          if (source.isEmpty() || !has(source, test.group(2), test.group(3))) {
            missing.add(words.group());
          }
        } else if (same.matches() && !has(source, same.group(1), same.group(2))) {
          missing.add(words.group());
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(40);
  }

  private static boolean has(
      String source, @org.jspecify.annotations.Nullable String method, String cut) {
    return method == null || source.contains("void " + method + ("…".equals(cut) ? "" : "("));
  }

  private static String source(String test) throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.walk(TESTS)) {
      found = files.filter(file -> file.endsWith(test + ".java")).toList();
    }
    return found.isEmpty() ? "" : Files.readString(found.getFirst());
  }
}
