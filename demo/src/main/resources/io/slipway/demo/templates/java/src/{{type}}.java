import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The service {{name}}. Start it with: java src/{{type}}.java */
public class {{type}} {

  static final int DEFAULT_PORT = 8081;

  public static void main(String[] args) throws IOException {
    var port = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_PORT;
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/health", exchange -> {
      var body = "{\"service\":\"{{name}}\",\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      try (var response = exchange.getResponseBody()) {
        response.write(body);
      }
    });
    server.start();
    System.out.println("{{name}} listens on http://127.0.0.1:" + server.getAddress().getPort());
  }
}
