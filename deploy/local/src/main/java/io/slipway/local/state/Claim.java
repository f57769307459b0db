package io.slipway.local.state;

import io.slipway.embedded.process.PidFile;
import io.slipway.local.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to run a suite on a data directory. The operating system takes it back when this
 * process ends, however it ends.
 */
public final class Claim implements AutoCloseable {

  private final FileChannel channel;

  private Claim(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the directory, or says who has it. */
  public static Claim on(DataDirectory data) {
    try {
      var channel =
          FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new Complaint(
            "Slipway is already running on %s%s. `./slipway down` ends it; another --data and --port run beside it."
                .formatted(
                    data.root(),
                    holder(data).map(process -> " (pid " + process.pid() + ")").orElse("")));
      }
      new PidFile(data.holder()).write(ProcessHandle.current());
      return new Claim(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not lock " + data.lock(), e);
    }
  }

  /** Whether a suite runs on this directory now. */
  public static boolean isHeld(DataDirectory data) {
    if (!Files.exists(data.lock())) {
      return false;
    }
    try (var channel = FileChannel.open(data.lock(), StandardOpenOption.WRITE)) {
      return !locked(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process that runs the suite here, if one does. */
  public static Optional<ProcessHandle> holder(DataDirectory data) {
    return new PidFile(data.holder()).process();
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return tryLock(channel) != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static @Nullable Object tryLock(FileChannel channel) throws IOException {
    return channel.tryLock();
  }

  /** Ends processes of a start that was killed; says their names. */
  public List<String> endLeftovers(DataDirectory data) {
    return PidFile.under(data.root()).stream()
        .filter(file -> !file.file().equals(data.holder()))
        .filter(PidFile::endWhatIsLeft)
        .map(PidFile::name)
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
