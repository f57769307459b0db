package io.slipway.chassis.jq.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.IsolatedScopeQuery;
import net.thisptr.jackson.jq.internal.JsonQueryFunction;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParser;

/** Functions of the language that the library lacks. */
final class MoreFunctions {
  private static final Map<String, String> IN_JQ =
      Map.ofEntries(
          Map.entry("trim", "sub(\"^\\\\s+\"; \"\") | sub(\"\\\\s+$\"; \"\")"),
          Map.entry("ltrim", "sub(\"^\\\\s+\"; \"\")"),
          Map.entry("rtrim", "sub(\"\\\\s+$\"; \"\")"),
          Map.entry("trimstr(s)", "ltrimstr(s) | rtrimstr(s)"),
          Map.entry("abs", "if . < 0 then -. else . end"),
          Map.entry("toarray", "if type == \"array\" then . else [.] end"),
          Map.entry("todate", "todateiso8601"),
          Map.entry("fromdate", "fromdateiso8601"),
          Map.entry("date", "todateiso8601"),
          Map.entry("dateadd(u; n)", ". + n"),
          Map.entry("datesub(u; n)", ". - n"),
          Map.entry("repeat(f)", "def _repeat: ., (f | _repeat); _repeat"),
          Map.entry("isvalid(f)", "try (f | true) catch false"),
          Map.entry("isempty(f)", "[limit(1; f)] == []"),
          Map.entry("add(f)", "reduce f as $x (null; . + $x)"),
          Map.entry("have_decnum", "false"),
          Map.entry("ascii", "[.] | implode"),
          Map.entry("IN(s)", "any(s == .; .)"),
          Map.entry("IN(src; s)", "any(src == s; .)"),
          Map.entry(
              "INDEX(stream; f)", "reduce stream as $row ({}; .[$row | f | tostring] |= $row)"),
          Map.entry("INDEX(f)", "INDEX(.[]; f)"),
          Map.entry("splits($re; flags)", "split($re; flags) | .[]"),
          Map.entry(
              "tostream",
              "path(def r: (.[]?|r), .; r) as $p | getpath($p)"
                  + " | reduce path(.[]?) as $q ([$p, .]; [$p+$q])"),
          Map.entry(
              "@csv",
              "map(if type == \"string\" then \"\\\"\" + gsub(\"\\\"\"; \"\\\"\\\"\")"
                  + " + \"\\\"\" elif . == null then \"\" else tostring end) | join(\",\")"),
          Map.entry("@tsv", "map(if . == null then \"\" else tostring end) | join(\"\\t\")"),
          Map.entry("gmtime", "_gmtime"),
          Map.entry("localtime", "_gmtime"),
          Map.entry("strflocaltime($f)", "strftime($f)"));

  private MoreFunctions() {}

  static void addTo(Scope root, Version version) {
    root.addFunction("_gmtime", 0, one((in, none) -> Dates.broken(in)));
    root.addFunction("mktime", 0, one((in, none) -> Dates.seconds(in)));
    root.addFunction("strftime", 1, one((in, format) -> Dates.text(in, format)));
    root.addFunction("strptime", 1, one((in, format) -> Dates.parsed(in, format)));
    IN_JQ.forEach(
        (signature, body) -> {
          if (root.getFunction(name(signature), parameters(signature).size()) == null) {
            define(root, version, signature, body);
          }
        });
  }

  private static void define(Scope root, Version version, String signature, String body) {
    try {
      var parameters = parameters(signature);
      var name = name(signature);
      var program = new IsolatedScopeQuery(ExpressionParser.compile(body, version));
      root.addFunction(
          name, parameters.size(), new JsonQueryFunction(name, parameters, program, root));
    } catch (JsonQueryException fault) {
      throw new IllegalStateException("our own function does not compile: " + signature, fault);
    }
  }

  private static String name(String signature) {
    var at = signature.indexOf('(');
    return at < 0 ? signature : signature.substring(0, at);
  }

  private static List<String> parameters(String signature) {
    var at = signature.indexOf('(');
    return at < 0
        ? List.of()
        : List.of(signature.substring(at + 1, signature.length() - 1).split("; "));
  }

  /** A function of its input and at most one text. */
  private interface OfText {
    JsonNode apply(JsonNode in, String argument) throws JsonQueryException;
  }

  private static Function one(OfText function) {
    return (scope, arguments, in, path, output, version) -> {
      for (var argument : texts(scope, arguments, in)) {
        output.emit(function.apply(in, argument), null);
      }
    };
  }

  private static List<String> texts(Scope scope, List<Expression> arguments, JsonNode in)
      throws JsonQueryException {
    if (arguments.isEmpty()) {
      return List.of("");
    }
    var texts = new ArrayList<String>();
    arguments
        .getFirst()
        .apply(
            scope,
            in,
            (JsonNode value) -> {
              if (!(value instanceof TextNode text)) {
                throw new JsonQueryException("a format must be a string");
              }
              texts.add(text.textValue());
            });
    return texts;
  }
}
