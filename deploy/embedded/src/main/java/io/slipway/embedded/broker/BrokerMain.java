package io.slipway.embedded.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * The broker's entry: formats its storage when there is none yet, then becomes {@code kafka.Kafka}.
 *
 * <p>One process instead of two saves a JVM's start, and the first password stays out of every
 * command line: it comes in the environment.
 */
public final class BrokerMain {

  private BrokerMain() {}

  /**
   * @param args the properties file, the folder of the log, the cluster's id, the super user's name
   */
  public static void main(String[] args) {
    var properties = args[0];
    if (!Files.exists(Path.of(args[1], "meta.properties"))) {
      var password = System.getenv("SLIPWAY_BROKER_PASSWORD");
      var format =
          List.of(
              "format",
              "--config=" + properties,
              "--cluster-id=" + args[2],
              "--standalone",
              "--ignore-formatted",
              "--add-scram=SCRAM-SHA-512=[name=%s,password=%s]".formatted(args[3], password));
      var code = StorageTool.execute(format.toArray(String[]::new), System.out);
      if (code != 0) {
        System.exit(code);
      }
    }
    Kafka.main(new String[] {properties});
  }
}
