import module java.net.http;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

JsonMapper json = new JsonMapper();
HttpClient http = HttpClient.newHttpClient();

void main(String... args) throws Exception {
  var us = json.readTree(Path.of(args[0]).toFile());
  var org = us.path("orgId").asString();
  var login = "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
      .formatted(us.path("kafkaUsername").asString(), us.path("kafkaPassword").asString());
  var kafka = Map.<String, Object>of("bootstrap.servers", us.path("kafkaBootstrap").asString(),
      "security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "SCRAM-SHA-512", "sasl.jaas.config", login,
      "group.id", org + ".mini-agent", "auto.offset.reset", "earliest",
      "enable.auto.commit", false, "isolation.level", "read_committed");
  try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
    consumer.subscribe(List.of(org + ".runs"));
    while (true) {
      for (var message : consumer.poll(Duration.ofSeconds(1))) {
        var run = json.readTree(message.value());
        if (!run.path("action").asString("").equals("greet")) continue; // somebody else's
        var path = "/v1/actions/runs/" + run.at("/context/runId").asString();
        var hello = "Hello, " + run.at("/payload/properties/name").asString("you");
        call(us, "POST", path + "/logs", Map.of("message", hello));
        call(us, "PATCH", path, Map.of("status", "SUCCESS", "summary", hello));
      }
      consumer.commitSync();
    }
  }
}

JsonNode call(JsonNode us, String method, String path, Map<String, ?> body) throws Exception {
  var request = HttpRequest.newBuilder(URI.create(us.path("apiUrl").asString() + path))
      .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
      .header("Content-Type", "application/json");
  if (!path.equals("/v1/auth/access_token")) {
    var keys = Map.of("clientId", us.path("clientId").asString(), "clientSecret", us.path("clientSecret").asString());
    var token = call(us, "POST", "/v1/auth/access_token", keys).path("accessToken").asString();
    request.header("Authorization", "Bearer " + token);
  }
  var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  IO.println(method + " " + path + " " + answer.statusCode());
  if (answer.statusCode() >= 500) throw new IOException("Not committed; the run comes again when we do");
  return json.readTree(answer.body());
}
