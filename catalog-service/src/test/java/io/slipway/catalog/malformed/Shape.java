package io.slipway.catalog.malformed;

import io.slipway.chassis.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a valid body looks like, and everything that may be wrong with one. */
sealed interface Shape {

  /** A valid value. */
  JsonNode valid(Random random);

  /** The faults that may be planted into a valid value of this shape. */
  List<Fault> faults(JsonNode valid, String place);

  /**
   * A fault.
   *
   * @param place where the answer must say that it is
   * @param what a description for whoever reads a failure
   * @param plant makes a body wrong
   */
  record Fault(String place, String what, Function<JsonNode, JsonNode> plant) {}

  /** A scalar: what is valid, and values that are not. */
  record Scalar(Function<Random, String> values, String... wrong) implements Shape {
    @Override
    public JsonNode valid(Random random) {
      return Json.parse(values.apply(random));
    }

    @Override
    public List<Fault> faults(JsonNode valid, String place) {
      var faults = new ArrayList<Fault>();
      for (var value : wrong) {
        faults.add(replaced(place, value));
      }
      return faults;
    }
  }

  /** A list of at least one item of a shape. */
  record Items(Shape item, String... wrong) implements Shape {
    @Override
    public JsonNode valid(Random random) {
      var list = Json.array();
      for (int i = 0; i <= random.nextInt(2); i++) {
        list.add(item.valid(random));
      }
      return list;
    }

    @Override
    public List<Fault> faults(JsonNode valid, String place) {
      var faults = new ArrayList<Fault>();
      for (int i = 0; i < valid.size(); i++) {
        faults.addAll(item.faults(valid.get(i), place + "/" + i));
      }
      for (var value : wrong) {
        faults.add(replaced(place, value));
      }
      return faults;
    }
  }

  /**
   * An object.
   *
   * @param closed whether a member that it does not have is a fault
   */
  record Members(Map<String, Shape> required, Map<String, Shape> optional, boolean closed)
      implements Shape {

    static Members only() {
      return new Members(new LinkedHashMap<>(), new LinkedHashMap<>(), true);
    }

    static Members open() {
      return new Members(new LinkedHashMap<>(), new LinkedHashMap<>(), false);
    }

    Members must(String name, Shape shape) {
      required.put(name, shape);
      return this;
    }

    Members may(String name, Shape shape) {
      optional.put(name, shape);
      return this;
    }

    @Override
    public JsonNode valid(Random random) {
      var object = Json.object();
      required.forEach((name, shape) -> object.set(name, shape.valid(random)));
      optional.forEach(
          (name, shape) -> {
            if (random.nextInt(3) > 0) {
              object.set(name, shape.valid(random));
            }
          });
      return object;
    }

    @Override
    public List<Fault> faults(JsonNode valid, String place) {
      var faults = new ArrayList<Fault>();
      valid
          .properties()
          .forEach(
              member -> {
                var name = member.getKey();
                var shape = required.containsKey(name) ? required.get(name) : optional.get(name);
                faults.addAll(shape.faults(member.getValue(), place + "/" + name));
              });
      for (var name : required.keySet()) {
        faults.add(
            new Fault(place, "without " + name, body -> at(body, place, ob -> ob.remove(name))));
      }
      if (closed) {
        faults.add(
            new Fault(
                place + "/zzz",
                "with a member zzz",
                body -> at(body, place, object -> object.put("zzz", 1))));
      }
      if (!place.isEmpty()) {
        faults.add(replaced(place, "\"no object\""));
        faults.add(replaced(place, "[]"));
      }
      return faults;
    }

    private static JsonNode at(JsonNode body, String place, Consumer<ObjectNode> change) {
      change.accept((ObjectNode) body.at(place));
      return body;
    }
  }

  private static Fault replaced(String place, String value) {
    return new Fault(place, "with " + value, body -> put(body, place, Json.parse(value)));
  }

  private static JsonNode put(JsonNode body, String place, JsonNode value) {
    int cut = place.lastIndexOf('/');
    var holder = body.at(place.substring(0, cut));
    var last = place.substring(cut + 1);
    if (holder instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) holder).set(last, value);
    }
    return body;
  }
}
