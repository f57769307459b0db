package io.slipway.local.state;

import io.slipway.embedded.FreePorts;
import io.slipway.embedded.SecretFile;
import io.slipway.local.Complaint;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;

/**
 * The ports of everything but the edge: chosen once, kept in the data directory, so that agents
 * find their broker again.
 */
public final class Ports {

  private final Map<String, Integer> chosen;

  private Ports(Map<String, Integer> chosen) {
    this.chosen = chosen;
  }

  /** Reads them, and chooses free ones for names that have none yet. */
  public static Ports of(DataDirectory data, List<String> names) {
    var chosen = new LinkedHashMap<String, Integer>();
    if (Files.exists(data.ports())) {
      chosen.putAll(
          Json.MAPPER.readValue(
              data.ports().toFile(), new TypeReference<Map<String, Integer>>() {}));
    }
    var missing = new ArrayList<>(names);
    missing.removeAll(chosen.keySet());
    if (!missing.isEmpty()) {
      // Ports that are kept but not listened on at this moment look free and are not.
      var free = new ArrayList<>(FreePorts.take(missing.size() + chosen.size()));
      free.removeAll(chosen.values());
      missing.forEach(name -> chosen.put(name, free.removeFirst()));
      SecretFile.write(data.ports(), Json.MAPPER.writeValueAsString(chosen) + "\n");
    }
    return new Ports(chosen);
  }

  public int of(String name) {
    return Objects.requireNonNull(chosen.get(name), () -> "no port was chosen for " + name);
  }

  /** Complains if another program has taken one of them, or the edge's. */
  public void requireFree(DataDirectory data, int edge) {
    if (!FreePorts.isFree(edge)) {
      throw new Complaint(
          "Port %d is taken by another program. Choose another with --port.".formatted(edge));
    }
    chosen.forEach(
        (name, port) -> {
          if (!FreePorts.isFree(port)) {
            throw new Complaint(
                ("Port %d, which %s gives to %s, is taken by another program. End that program; or delete %2$s,"
                        + " and all ports are chosen anew, which agents must then be told.")
                    .formatted(port, data.ports(), name));
          }
        });
  }
}
