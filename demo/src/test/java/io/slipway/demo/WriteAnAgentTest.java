package io.slipway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that tells how to write an agent, and its two programs. */
class WriteAnAgentTest {

  static final Path HOW_TO = Path.of("..", "docs", "how-to");
  static final Path JAVA = HOW_TO.resolve("write-an-agent/MiniAgent.java");
  private static final Path PYTHON = HOW_TO.resolve("write-an-agent/mini_agent.py");
  private static final Path PAGE = HOW_TO.resolve("write-an-agent.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @TempDir Path folder;

  @Test
  void showsTheProgramsAsTheyAre() throws IOException {
    assertThat(PAGE)
        .content()
        .contains("```java\n" + Files.readString(JAVA) + "```")
        .contains("```python\n" + Files.readString(PYTHON) + "```");
  }

  @Test
  void linksToWhatThereIs() throws IOException {
    var links = LINK.matcher(Files.readString(PAGE)).results().map(link -> link.group(1)).toList();

    assertThat(links).hasSizeGreaterThan(3);
    assertThat(links).allSatisfy(link -> assertThat(HOW_TO.resolve(link)).exists());
  }

  @Test
  void theJavaOneCompiles() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var options = List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
      var sources = files.getJavaFileObjects(JAVA);

      assertThat(compiler.getTask(said, files, null, options, null, sources).call())
          .as(said::toString)
          .isTrue();
    }
  }

  @Test
  void thePythonOneCompiles() throws Exception {
    var copy = Files.copy(PYTHON, folder.resolve("mini_agent.py"));

    var python =
        new ProcessBuilder("python3", "-m", "py_compile", copy.toString()).inheritIO().start();

    assertThat(python.waitFor()).isZero();
  }
}
