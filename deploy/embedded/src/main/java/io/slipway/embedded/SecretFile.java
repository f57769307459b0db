package io.slipway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * Files that only their owner may read, and that are either the old or the new text, never half of
 * it.
 */
public final class SecretFile {

  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretFile() {}

  /** The password kept in this file; made from 256 random bits if there is none yet. */
  public static String password(Path file) {
    return kept(file, Base64.getUrlEncoder().withoutPadding());
  }

  /** The 256-bit key kept in this file, in standard base64; made if there is none yet. */
  public static String key(Path file) {
    return kept(file, Base64.getEncoder());
  }

  private static String kept(Path file, Base64.Encoder encoder) {
    try {
      if (!Files.exists(file)) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        write(file, encoder.encodeToString(bytes));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes with mode 0600, in one step, and safe against a power cut. */
  public static void write(Path file, String text) {
    try {
      var fresh =
          file.toAbsolutePath()
              .resolveSibling("." + file.getFileName() + "." + Long.toHexString(RANDOM.nextLong()));
      Files.createDirectories(fresh.getParent());
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (var channel = FileChannel.open(fresh, how, mode)) {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write " + file, e);
    }
  }
}
