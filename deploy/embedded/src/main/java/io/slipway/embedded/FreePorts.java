package io.slipway.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds ports nobody listens on.
 *
 * <p>They come from below the range that operating systems give to outgoing connections, so a port
 * chosen once and kept in a file is not lent to somebody else's connection while its owner
 * restarts.
 */
public final class FreePorts {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FreePorts() {}

  /** That many different free ports on loopback. */
  public static List<Integer> take(int count) {
    var ports = new ArrayList<Integer>();
    for (var attempts = 0; ports.size() < count; attempts++) {
      if (attempts > 10_000) {
        throw new IllegalStateException("No free ports between " + LOWEST + " and " + HIGHEST);
      }
      var port = RANDOM.nextInt(LOWEST, HIGHEST);
      if (!ports.contains(port) && isFree(port)) {
        ports.add(port);
      }
    }
    return List.copyOf(ports);
  }

  /** Whether somebody could listen there now. */
  public static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
