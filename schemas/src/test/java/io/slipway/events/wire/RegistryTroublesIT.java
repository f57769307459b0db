package io.slipway.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.slipway.events.EntityChanged;
import io.slipway.events.Samples;
import io.slipway.events.Topic;
import io.slipway.events.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a registry in trouble does to us, played by a server that says whatever the test wants. */
class RegistryTroublesIT {

  private static final Topic<EntityChanged> TOPIC = new Topics().entityChanged();
  private static final EntityChanged EVENT = Samples.FULL.of(EntityChanged.class);

  /** As a registry does it, each schema gets an id of its own. */
  private static final String ID_BY_TURN = "{\"id\":%d}";

  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer server;
  private volatile int status;
  private volatile String body;
  private AvroWire wire;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var bytes = body.formatted(asked.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    wire = new AvroWire(RegistryAddress.confluent(url("")), new Topics());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aRegistryThatGoesAwayLaterDoesNoHarm() {
    answer(200, ID_BY_TURN);
    wire.warmUp();

    server.stop(0);

    assertThat(wire.decode(TOPIC, wire.encode(TOPIC, EVENT))).isEqualTo(EVENT);
  }

  @Test
  void whatIsKnownIsNotAskedAgain() {
    answer(200, ID_BY_TURN);
    wire.warmUp();
    var once = asked.get();

    wire.decode(TOPIC, wire.encode(TOPIC, EVENT));
    wire.warmUp();

    assertThat(asked.get()).isEqualTo(once).isEqualTo(8);
  }

  @Test
  void oneThatIsAwayFromTheStartIsUnavailable() {
    server.stop(0);

    assertThatThrownBy(() -> wire.encode(TOPIC, EVENT)).isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(() -> wire.decode(TOPIC, unknown()))
        .isInstanceOf(RegistryUnavailable.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void anErrorOfItsOwnIsNotTheEventsFault() {
    answer(500, "{\"error_code\":50001,\"message\":\"the store is away\"}");

    assertThatThrownBy(() -> wire.decode(TOPIC, unknown()))
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageContaining("the store is away");
  }

  @Test
  void aNotFoundOfSomethingInBetweenIsNotTheEventsFault() {
    answer(404, "<html>no such page</html>");

    assertThatThrownBy(() -> wire.decode(TOPIC, unknown())).isInstanceOf(RegistryUnavailable.class);
  }

  @Test
  void aPageInsteadOfAnAnswerIsNotTheEventsFault() {
    answer(200, "<html>please sign in</html>");

    assertThatThrownBy(() -> wire.decode(TOPIC, unknown())).isInstanceOf(RegistryUnavailable.class);
  }

  @Test
  void onlyItsOwnWordThatThereIsNoSuchSchemaIsBelieved() {
    answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");

    assertThatThrownBy(() -> wire.decode(TOPIC, unknown())).isInstanceOf(UndecodableEvent.class);
  }

  @Test
  void whatFailedIsAskedAgain() {
    answer(503, "");
    assertThatThrownBy(() -> wire.encode(TOPIC, EVENT)).isInstanceOf(RegistryUnavailable.class);

    answer(200, ID_BY_TURN);

    assertThat(wire.decode(TOPIC, wire.encode(TOPIC, EVENT))).isEqualTo(EVENT);
  }

  @Test
  void aSchemaThatIsNoAvroIsUndecodable() {
    answer(200, "{\"schema\":\"syntax = proto3;\",\"schemaType\":\"PROTOBUF\"}");

    assertThatThrownBy(() -> wire.decode(TOPIC, unknown())).isInstanceOf(UndecodableEvent.class);
  }

  private void answer(int status, String body) {
    this.status = status;
    this.body = body;
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static byte[] unknown() {
    return ByteBuffer.allocate(20).put((byte) 0).putInt(4711).array();
  }
}
