package io.slipway.actionapi.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.actionapi.house.EdgeUnderTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A client that sends its next request before the last one's answer is complete. */
class EarlyRequestIT {
  private final EdgeUnderTest edge = EdgeUnderTest.edge();

  /** The second is answered at once; without {@code LateAnswers} the third never is. */
  @Test
  void isAnsweredAndSoAreThoseAfterIt() throws IOException {
    var token = edge.tenant().machine();
    try (var socket = new Socket("127.0.0.1", URI.create(edge.url()).getPort())) {
      socket.setSoTimeout(20_000);
      var out = socket.getOutputStream();
      var in = socket.getInputStream();

      out.write(
          (request("/v1/organization", token) + request("/v1/organization", "x"))
              .getBytes(StandardCharsets.US_ASCII));
      assertThat(status(in)).isEqualTo(200);
      assertThat(status(in)).isEqualTo(401);
      for (int i = 0; i < 3; i++) {
        out.write(request("/v1/organization", token).getBytes(StandardCharsets.US_ASCII));
        assertThat(status(in)).isEqualTo(200);
      }
    }
  }

  private static String request(String path, String token) {
    return "GET %s HTTP/1.1\r\nHost: edge\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(path, token);
  }

  /** Reads one whole answer; all of ours here say how long they are. */
  private static int status(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("the connection was closed after: " + head).isNotNegative();
      head.append((char) next);
    }
    var lines = head.toString().split("\r\n");
    for (var line : lines) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        in.readNBytes(Integer.parseInt(line.substring(15).strip()));
      }
    }
    return Integer.parseInt(lines[0].split(" ")[1]);
  }
}
