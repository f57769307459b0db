package io.slipway.actionapi.organization.kafka;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Adds a user to the file by which the local broker checks SASL/PLAIN. A line is {@code
 * user:salt:hash}, salt and hash in base64, the hash being SHA-256 over salt and password. The
 * writer holds {@code <file>.lock} and moves a whole new file into place, so that the broker reads
 * all of the old or all of the new.
 */
final class PlainUsersFile {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;

  PlainUsersFile(String file) {
    this.file = Path.of(file).toAbsolutePath();
  }

  synchronized void put(String user, String password) {
    var lock = file.resolveSibling(file.getFileName() + ".lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      var lines = new ArrayList<String>();
      if (Files.exists(file)) {
        Files.readAllLines(file).stream()
            .filter(line -> !line.startsWith(user + ":"))
            .forEach(lines::add);
      }
      lines.add(line(user, password));
      replace(lines);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String line(String user, String password) {
    var salt = new byte[16];
    RANDOM.nextBytes(salt);
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      var hash = digest.digest(password.getBytes(StandardCharsets.UTF_8));
      var base64 = Base64.getEncoder();
      return user + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("every JDK has SHA-256", failure);
    }
  }

  private void replace(List<String> lines) throws IOException {
    var fresh = file.resolveSibling("." + file.getFileName() + "." + RANDOM.nextLong(1L << 60));
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      var text = String.join("\n", lines) + "\n";
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
