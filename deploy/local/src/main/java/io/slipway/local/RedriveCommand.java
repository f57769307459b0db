package io.slipway.local;

import io.slipway.local.edge.DeadLetters;
import io.slipway.local.state.Secrets;
import io.slipway.local.suite.InsideAccess;
import io.slipway.local.suite.Service;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "redrive",
    description = {
      "Shows what could not be handled, or hands the records of one key in again, in their order",
      "and with their event ids."
    })
final class RedriveCommand implements Callable<Integer> {

  @Mixin private SuiteOptions options = new SuiteOptions();

  @Option(names = "--topic", paramLabel = "TOPIC", description = "Where the records were heard.")
  private @Nullable String topic;

  @Option(names = "--key", paramLabel = "KEY", description = "Their key.")
  private @Nullable String key;

  @Override
  public Integer call() {
    var running = RunningSuite.of(options);
    var edge = URI.create(running.credentials().apiUrl()).getPort();
    var inside = new InsideAccess(running.data(), edge);
    var doorsKey = new Secrets(running.data()).doorsKey();
    if ((topic == null) != (key == null)) {
      throw new Complaint("Name both --topic and --key, or neither to see what is there.");
    }
    for (var service : Service.values()) {
      var letters = new DeadLetters(inside.url(service), service.id(), doorsKey);
      if (topic == null || key == null) {
        letters.open().forEach(line -> System.out.println(service.id() + "  " + line));
      } else {
        var count = letters.redrive(topic, key);
        if (count > 0) {
          System.out.println(service.id() + "  handled " + count);
        }
      }
    }
    return 0;
  }
}
