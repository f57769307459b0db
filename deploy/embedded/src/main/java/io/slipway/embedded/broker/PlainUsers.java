package io.slipway.embedded.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file of those who may sign in with SASL/PLAIN. The local suite only; a cluster of yours has
 * its own way.
 *
 * <p><b>The format</b>, which action-api writes too: UTF-8, one user a line, {@code
 * user:salt:hash}, where salt is the standard base64 of 16 random bytes and hash the standard
 * base64 of SHA-256 over the salt's bytes followed by the password's UTF-8 bytes. Lines of another
 * shape are skipped. A writer holds an exclusive lock on {@code <file>.lock}, reads all lines,
 * replaces or adds its own, writes them to a new file of mode 0600 in the same folder, and moves
 * that over the old one; so a reader sees all of the old or all of the new, and knows it by its
 * time, size and inode.
 *
 * <p>One round of SHA-256 is enough because passwords here are 256 random bits, never a person's
 * choice.
 */
public final class PlainUsers {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Entry NOBODY = new Entry(new byte[16], new byte[32]);

  private final Path file;
  private volatile Reading last = new Reading(null, Map.of());

  public PlainUsers(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** Whether this is the user's password, taking the same time whether the user exists or not. */
  public boolean matches(String user, char[] password) {
    var entry = read().get(user);
    var compared = entry == null ? NOBODY : entry;
    var same = MessageDigest.isEqual(compared.hash(), hash(compared.salt(), password));
    return same && entry != null;
  }

  /** Adds the user or changes the password, at once for everyone who reads the file. */
  public void put(String user, String password) {
    if (user.isEmpty() || user.indexOf(':') >= 0 || user.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("not a user's name: " + user);
    }
    var salt = new byte[16];
    RANDOM.nextBytes(salt);
    change(users -> users.put(user, new Entry(salt, hash(salt, password.toCharArray()))));
  }

  /** Takes the user away; unknown ones are fine. */
  public void remove(String user) {
    change(users -> users.remove(user));
  }

  private synchronized void change(Consumer<Map<String, Entry>> how) {
    var lock = file.resolveSibling(file.getFileName() + ".lock");
    try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      var users = new LinkedHashMap<>(parse());
      how.accept(users);
      replace(users);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not change " + file, e);
    }
  }

  private void replace(Map<String, Entry> users) throws IOException {
    var text =
        users.entrySet().stream()
            .map(user -> user.getKey() + ":" + user.getValue().text() + "\n")
            .collect(Collectors.joining());
    var fresh = file.resolveSibling("." + file.getFileName() + "." + RANDOM.nextLong(1L << 60));
    try (var channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Map<String, Entry> read() {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      var stamp = new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
      var known = last;
      if (!stamp.equals(known.stamp())) {
        known = new Reading(stamp, parse());
        last = known;
      }
      return known.users();
    } catch (NoSuchFileException nobodyYet) {
      return Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Entry> parse() throws IOException {
    if (!Files.exists(file)) {
      return Map.of();
    }
    var users = new LinkedHashMap<String, Entry>();
    for (var line : Files.readAllLines(file)) {
      var fields = line.split(":", -1);
      if (fields.length == 3) {
        try {
          var decoder = Base64.getDecoder();
          users.put(fields[0], new Entry(decoder.decode(fields[1]), decoder.decode(fields[2])));
        } catch (IllegalArgumentException notBase64) {
          // A line that cannot be read lets nobody in, and keeps nobody else out.
        }
      }
    }
    return users;
  }

  private static byte[] hash(byte[] salt, char[] password) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update(StandardCharsets.UTF_8.encode(CharBuffer.wrap(password)));
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private record Entry(byte[] salt, byte[] hash) {
    String text() {
      var encoder = Base64.getEncoder();
      return encoder.encodeToString(salt) + ":" + encoder.encodeToString(hash);
    }
  }

  private record Stamp(Object time, long size, @Nullable Object key) {}

  private record Reading(@Nullable Stamp stamp, Map<String, Entry> users) {}
}
