package io.slipway.local.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

  @TempDir private Path folder;

  @Test
  void readsManyDocumentsOfManyFilesInTheOrderOfTheirNames() throws IOException {
    write("b.yaml", "kind: team\nname: A\n---\n# nothing here\n---\nkind: team\nname: B\n");
    write(
        "a/c.json",
        "[{\"kind\":\"user\",\"email\":\"u@x.test\"},{\"kind\":\"team\",\"name\":\"C\"}]");
    write("a/d.yml", "{kind: entity, blueprint: Api, identifier: a/b}");
    write("notes.txt", "kind: team");
    write(".hidden/e.yaml", "kind: nonsense");

    var reading = Documents.read(List.of(folder));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.documents())
        .extracting(Document::name)
        .containsExactly("user u@x.test", "team C", "entity Api/a/b", "team A", "team B");
    assertThat(reading.documents().getLast().place())
        .hasToString(folder.resolve("b.yaml") + ":6 (document 3)");
    assertThat(reading.documents().getLast().body().has("kind")).isFalse();
  }

  @Test
  void yamlMeansWhatItsAuthorMeant() throws IOException {
    write(
        "a.yaml",
        """
        kind: entity
        blueprint: b
        identifier: "7"
        title: no
        properties:
          word: yes
          date: 2024-01-31
          number: 5.0
          big: 123456789012345678901
          flag: true
          nothing: null
          text: |
            two
            lines
          same: &x [1, 2]
          again: *x
        """);

    var body = one().body();

    assertThat(body.path("identifier").asString()).isEqualTo("7");
    assertThat(body.path("title").stringValue()).isEqualTo("no");
    var properties = body.path("properties");
    assertThat(properties.path("word").stringValue()).isEqualTo("yes");
    assertThat(properties.path("date").stringValue()).isEqualTo("2024-01-31");
    assertThat(properties.path("number").decimalValue()).isEqualByComparingTo("5.0");
    assertThat(properties.path("number").toString()).isEqualTo("5.0");
    assertThat(properties.path("big").toString()).isEqualTo("123456789012345678901");
    assertThat(properties.path("flag").booleanValue()).isTrue();
    assertThat(properties.path("nothing").isNull()).isTrue();
    assertThat(properties.path("text").stringValue()).isEqualTo("two\nlines\n");
    assertThat(properties.path("again")).isEqualTo(properties.path("same"));
  }

  @Test
  void namesEveryFaultWithItsFileDocumentLineAndPath() throws IOException {
    write("a.yaml", "kind: blueprint\n---\nkind: team\nname: A\nusers: ada\nowner: x\n");
    write("b.yaml", "kind: service\nidentifier: x\n");
    write("c.yaml", "kind: [\n");
    write("d.json", "{\"kind\":\"team\",\n\"name\":}");
    write("e.yaml", "kind: team\nname: B\nname: C\n");
    write("f.yaml", "- kind: team\n");
    write("g.yaml", "kind: entity\nblueprint: b\nidentifier: i\nproperties: {x: !!binary aGk=}\n");
    write("h.yaml", "kind: team\nname: D\n---\nkind: team\nname: D\n");

    var faults = Documents.read(List.of(folder, folder.resolve("missing.yaml"))).faults();

    assertThat(faults)
        .extracting(fault -> fault.toString().replace(folder + "/", ""))
        .satisfiesExactly(
            is("a.yaml:1 (document 1): blueprint : must have required property 'identifier'"),
            is(
                "a.yaml:6 (document 2): team A: /owner: is unknown; a team has description, name, users"),
            is("a.yaml:5 (document 2): team A: /users: must be a list of strings"),
            is(
                "b.yaml:1 (document 1): /kind: must be one of blueprint, team, user, entity, action"),
            begins("c.yaml:2: is not YAML: "),
            begins("d.json:2: is not JSON: "),
            is("e.yaml:3: has the key 'name' twice"),
            is("f.yaml:1 (document 1): must be an object with a kind"),
            is("g.yaml:4: has the tag tag:yaml.org,2002:binary, which JSON cannot say"),
            is("h.yaml:4 (document 2): team D: is declared at h.yaml:1 (document 1) already"),
            is("missing.yaml: does not exist"));
  }

  @Test
  void anEmptyFolderIsAMistake() {
    assertThat(Documents.read(List.of(folder)).faults())
        .singleElement()
        .extracting(Fault::message)
        .isEqualTo("has no .yaml, .yml or .json file");
  }

  /** Ten lines that would be a million values, and one that holds itself. */
  @Test
  void aliasesDoNotGrowWithoutBounds() throws IOException {
    var laughs =
        new StringBuilder(
            "kind: entity\nblueprint: b\nidentifier: i\nproperties:\n  a0: &a0 [x]\n");
    for (int i = 1; i < 10; i++) {
      laughs.append("  a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
    }
    write("a.yaml", laughs.toString());
    write("b.yaml", "kind: entity\nblueprint: b\nidentifier: i\nproperties: &p {self: *p}\n");

    assertThat(Documents.read(List.of(folder)).faults())
        .extracting(Fault::message)
        .satisfiesExactly(
            one -> assertThat(one).contains("200,000"),
            two -> assertThat(two).containsAnyOf("in itself", "recursive", "is not YAML"));
  }

  private Document one() {
    var reading = Documents.read(List.of(folder));
    assertThat(reading.faults()).isEmpty();
    return reading.documents().getFirst();
  }

  private static org.assertj.core.api.ThrowingConsumer<String> is(String text) {
    return fault -> assertThat(fault).isEqualTo(text);
  }

  private static org.assertj.core.api.ThrowingConsumer<String> begins(String text) {
    return fault -> assertThat(fault).startsWith(text);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
