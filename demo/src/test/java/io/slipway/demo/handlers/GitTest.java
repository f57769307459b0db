package io.slipway.demo.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the machine's own git. */
class GitTest {

  private static final Git.Person ADA = new Git.Person("Ada", "ada@x.example");

  @TempDir Path folder;

  @Test
  void makesARepositoryWithOneCommit() throws Exception {
    Files.writeString(folder.resolve("README.md"), "hello\n");
    var heard = new ArrayList<String>();
    var git = new Git(folder);

    git.commitAll("Begin\n\nSlipway-Run: r_1", ADA, heard::add);

    assertThat(heard).anyMatch(line -> line.contains("README.md"));
    assertThat(git.ask("log", "--format=%an <%ae> %s"))
        .containsExactly("Ada <ada@x.example> Begin");
    assertThat(git.ask("branch", "--show-current")).containsExactly("main");
    assertThat(git.ask("status", "--porcelain")).isEmpty();
  }

  @Test
  void saysWhatGitSaid() {
    assertThatThrownBy(() -> new Git(folder).ask("log"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("git log ended with 128")
        .hasMessageContaining("not a git repository");
  }
}
