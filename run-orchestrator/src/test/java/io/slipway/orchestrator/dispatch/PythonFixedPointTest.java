package io.slipway.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.slipway.chassis.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Asks Python itself: whatever we write, it parses and writes again byte for byte. One process
 * checks thousands of values, so this costs a second and not an hour.
 */
class PythonFixedPointTest {
  private static final int VALUES = 5_000;
  private static final long SEED = 20261124;

  private static final String AGAIN =
      """
      import json, sys
      for line in sys.stdin.buffer:
          text = line.decode('utf-8').rstrip('\\n')
          again = json.dumps(json.loads(text), separators=(',', ':'), ensure_ascii=False)
          sys.stdout.buffer.write((again + '\\n').encode('utf-8'))
      """;

  @Test
  void isAFixedPointOfWhatPythonDoes() throws Exception {
    var python = python();
    assumeThat(python).as("a Python to ask").isNotNull();
    var random = new Random(SEED);
    var written = new ArrayList<String>();
    for (int i = 0; i < VALUES; i++) {
      // Printed and parsed once, as everything that users write is.
      written.add(PythonJson.text(Json.parse(Json.text(value(random, 0)))));
    }

    assertThat(again(python, written)).isEqualTo(written);
  }

  private static Process python() {
    try {
      return new ProcessBuilder("python3", "-c", AGAIN)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException none) {
      return null;
    }
  }

  private static List<String> again(Process python, List<String> lines) throws Exception {
    var writing =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (var in = python.outputWriter(StandardCharsets.UTF_8)) {
                    for (var line : lines) {
                      in.write(line + "\n");
                    }
                  } catch (IOException broken) {
                    throw new java.io.UncheckedIOException(broken);
                  }
                });
    var answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    writing.join();
    assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
    // Not lines(): that would also split at the separators that JSON may hold raw.
    return List.of(answer.substring(0, answer.length() - 1).split("\n", -1));
  }

  private static JsonNode value(Random random, int depth) {
    var make = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 3 ? 6 : 8)) {
      case 0 -> make.numberNode(number(random));
      case 1 -> make.numberNode(random.nextLong());
      case 2 -> make.numberNode(new java.math.BigInteger(300, random).negate());
      case 3 -> make.stringNode(text(random));
      case 4 -> make.booleanNode(random.nextBoolean());
      case 5 -> make.nullNode();
      case 6 -> {
        var array = make.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
          array.add(value(random, depth + 1));
        }
        yield array;
      }
      default -> {
        var object = make.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
          object.set(text(random), value(random, depth + 1));
        }
        yield object;
      }
    };
  }

  private static BigDecimal number(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> finite(Double.longBitsToDouble(random.nextLong()));
      case 1 -> BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(12));
      case 2 -> BigDecimal.valueOf(random.nextInt(10), random.nextInt(700) - 350);
      case 3 -> finite(Math.scalb(1.0, random.nextInt(2100) - 1075));
      default -> BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 20);
    };
  }

  private static BigDecimal finite(double number) {
    return Double.isFinite(number) ? new BigDecimal(Double.toString(number)) : BigDecimal.ONE;
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> text.append((char) random.nextInt(0x20));
        case 1 -> text.append((char) random.nextInt(0x10000));
        case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
        case 3 -> text.append("\"\\/\u007f\u2028\u2029\u0085<>&'".charAt(random.nextInt(11)));
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }
}
