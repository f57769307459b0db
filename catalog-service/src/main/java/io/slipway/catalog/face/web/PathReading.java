package io.slipway.catalog.face.web;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * A plus in a path means a space, since some clients quote paths as if they were forms; slashes
 * repeat or trail where a base address was joined carelessly.
 */
@Component
class PathReading implements WebFilter, Ordered {

  @Override
  public int getOrder() {
    return -10; // before the doors, which look at the path too
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var path = exchange.getRequest().getURI().getRawPath();
    var read = read(path);
    if (read.equals(path)) {
      return chain.filter(exchange);
    }
    var uri =
        UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
            .replacePath(read)
            .build(true)
            .toUri();
    return chain.filter(exchange.mutate().request(request -> request.uri(uri)).build());
  }

  static String read(String path) {
    var read = path.replace("+", "%20");
    while (read.contains("//")) {
      read = read.replace("//", "/");
    }
    return read.length() > 1 && read.endsWith("/") ? read.substring(0, read.length() - 1) : read;
  }
}
