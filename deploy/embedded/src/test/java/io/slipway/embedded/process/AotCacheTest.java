package io.slipway.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void aJar() throws Exception {
    jar = Files.writeString(folder.resolve("program.jar"), "classes");
  }

  @Test
  void oneTrainsWhileOthersStartWithout() throws Exception {
    var first = cache();
    var second = cache();

    var training = first.useOrTrain();

    assertThat(training).singleElement().asString().startsWith("-XX:AOTCacheOutput=");
    assertThat(second.useOrTrain()).isEmpty();
    assertThat(second.use()).isEmpty();

    Files.writeString(Path.of(training.getFirst().split("=")[1]), "cache");
    first.finish(true);

    assertThat(second.useOrTrain()).singleElement().asString().startsWith("-XX:AOTCache=");
  }

  @Test
  void aRunThatMadeNothingLeavesTheNextToTry() {
    var first = cache();
    assertThat(first.useOrTrain()).isNotEmpty();

    first.finish(true);

    assertThat(first.isTraining()).isFalse();
    assertThat(cache().useOrTrain()).singleElement().asString().contains("AOTCacheOutput");
  }

  @Test
  void whatARunMadeThatFailedIsThrownAway() throws Exception {
    var first = cache();
    var output = Path.of(first.useOrTrain().getFirst().split("=")[1]);
    Files.writeString(output, "half");

    first.finish(false);

    assertThat(output).doesNotExist();
    assertThat(cache().exists()).isFalse();
  }

  @Test
  void anotherClassPathWantsAnotherCache() throws Exception {
    var before = cache();
    Files.writeString(Path.of(before.useOrTrain().getFirst().split("=")[1]), "cache");
    before.finish(true);
    assertThat(cache().exists()).isTrue();

    Files.writeString(jar, "other classes");

    assertThat(cache().exists()).isFalse();
  }

  private AotCache cache() {
    return new AotCache(folder, "program", List.of(jar));
  }
}
