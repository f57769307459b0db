package io.slipway.demo.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("name", "cart-service"),
          Map.entry("type", "CartService"),
          Map.entry("description", "Costs $5 \\ month"),
          Map.entry("owner", "ada@x.example"),
          Map.entry("system", "Cart"),
          Map.entry("component", "cart-service"),
          Map.entry("days", "3"),
          Map.entry("end", "2027-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void fillsInNamesAndContents() throws IOException {
    var template =
        new Template(Map.of("src/{{type}}.txt", "{{name}} of {{ owner }}: {{description}}"));

    assertThat(template.renderInto(folder, VALUES)).containsExactly("src/CartService.txt");
    assertThat(folder.resolve("src/CartService.txt"))
        .hasContent("cart-service of ada@x.example: Costs $5 \\ month");
  }

  @Test
  void doesNotFillInWhatAValueSays() throws IOException {
    var template = new Template(Map.of("a", "{{name}}"));

    template.renderInto(folder, Map.of("name", "{{owner}}", "owner", "ada"));

    assertThat(folder.resolve("a")).hasContent("{{owner}}");
  }

  @Test
  void saysWhichValueNobodyGave() {
    var template = new Template(Map.of("a.txt", "{{colour}}"));

    assertThatThrownBy(() -> template.renderInto(folder, VALUES))
        .hasMessage("a.txt asks for {{colour}}, which nobody gave");
  }

  @Test
  void staysInItsFolder() {
    var template = new Template(Map.of("{{name}}/b", "text"));

    assertThatThrownBy(() -> template.renderInto(folder, Map.of("name", "../..")))
        .hasMessageContaining("would lie elsewhere");
  }

  @Test
  void offersWhatIsOffered() {
    assertThatThrownBy(() -> Template.named("../model", Set.of("java")))
        .hasMessageContaining("There is no template");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "python", "environment"})
  void leavesNoPlaceholderBehind(String name) throws IOException {
    var files = Template.named(name, Set.of(name)).renderInto(folder, VALUES);

    assertThat(files).isNotEmpty();
    for (var file : files) {
      assertThat(file).doesNotContain("{{");
      assertThat(folder.resolve(file)).content().doesNotContain("{{").isNotBlank();
    }
  }

  @Test
  void rendersAJavaServiceThatCompiles() throws IOException {
    Template.named("java", Set.of("java")).renderInto(folder, VALUES);
    var source = folder.resolve("src/CartService.java").toString();

    var code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.resolve("classes").toString(), source);

    assertThat(code).isZero();
    assertThat(folder.resolve("classes/CartService.class")).exists();
  }

  @Test
  void rendersAPythonServiceThatCompiles() throws Exception {
    Template.named("python", Set.of("python")).renderInto(folder, VALUES);

    var python =
        new ProcessBuilder("python3", "-m", "py_compile", "cart-service.py")
            .directory(folder.toFile())
            .inheritIO()
            .start();

    assertThat(python.waitFor()).isZero();
  }

  @Test
  void readsFromAJarAsFromAFolder() throws IOException {
    var jar = folder.resolve("template.jar");
    try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new java.util.zip.ZipEntry("t/"));
      zip.putNextEntry(new java.util.zip.ZipEntry("t/a b/{{name}}.txt"));
      zip.write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    var template = Template.in(java.net.URI.create("jar:" + jar.toUri() + "!/t"));

    assertThat(template.files()).containsExactly(Map.entry("a b/{{name}}.txt", "hello"));
  }
}
