package io.slipway.chassis.answers;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServer;

/**
 * Lets no request be answered before all of it was handed over.
 *
 * <p>Reactor Netty 1.3.6 reads a connection again when an answer was written, unless it holds parts
 * of requests that came too early. It hands those over one after the other; where the head of one
 * is answered at once, as a bad token is, its end is still held at that moment, so the connection
 * is not read again, neither then nor later, and the next request on it waits for ever. Turned
 * around once through its event loop, every answer comes after the end.
 */
public final class LateAnswers implements NettyServerCustomizer {

  @Override
  public HttpServer apply(HttpServer server) {
    return server.mapHandle(
        (answer, connection) ->
            answer.subscribeOn(Schedulers.fromExecutor(connection.channel().eventLoop())));
  }
}
