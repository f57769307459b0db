package io.slipway.chassis.jq.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.slipway.chassis.jq.Programs;
import java.util.function.Consumer;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Output;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** Programs of the JQ library. The environment that they see is empty, and there are no modules. */
public final class JacksonPrograms implements Programs {
  private static final Version VERSION = Versions.JQ_1_7;

  private final Scope root = Scope.newEmptyScope();

  public JacksonPrograms() {
    BuiltinFunctionLoader.getInstance()
        .loadFunctions(JacksonPrograms.class.getClassLoader(), VERSION, root);
    MoreFunctions.addTo(root, VERSION);
    var nothing = JsonNodeFactory.instance.objectNode();
    root.addFunction(
        "env", 0, (scope, arguments, in, path, output, version) -> output.emit(nothing, null));
    root.setValue("ENV", nothing);
  }

  @Override
  public Program compile(String text) {
    try {
      var query = JsonQuery.compile(text, VERSION);
      return (input, output) -> run(query, input, output);
    } catch (JsonQueryException fault) {
      throw new IllegalArgumentException(said(fault), fault);
    }
  }

  private void run(JsonQuery query, JsonNode input, Consumer<JsonNode> output) {
    try {
      Output receiver = output::accept;
      query.apply(Scope.newChildScope(root), input, receiver);
    } catch (JsonQueryException fault) {
      throw new IllegalArgumentException(said(fault), fault);
    }
  }

  private static String said(JsonQueryException fault) {
    var message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }
}
