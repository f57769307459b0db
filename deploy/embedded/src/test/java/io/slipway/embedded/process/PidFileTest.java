package io.slipway.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  @TempDir private Path folder;

  @Test
  void findsProcessesWhileOtherFilesComeAndGo() throws Exception {
    var mail = Files.createDirectories(folder.resolve("mail"));
    new PidFile(folder.resolve("up.pid")).write(ProcessHandle.current());
    new PidFile(folder.resolve("logs").resolve("notifier.pid")).write(ProcessHandle.current());
    var busy = new AtomicBoolean(true);
    var postman =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (busy.get()) {
                    comeAndGo(mail.resolve(".letter.draft"));
                  }
                });
    try {
      for (int look = 0; look < 500; look++) {
        assertThat(PidFile.under(folder))
            .extracting(PidFile::name)
            .containsExactlyInAnyOrder("up", "notifier");
      }
    } finally {
      busy.set(false);
      postman.join();
    }
    assertThat(new PidFile(folder.resolve("up.pid")).process()).contains(ProcessHandle.current());
  }

  private static void comeAndGo(Path file) {
    try {
      Files.writeString(file, "dear");
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
