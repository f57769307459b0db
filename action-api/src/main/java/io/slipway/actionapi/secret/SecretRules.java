package io.slipway.actionapi.secret;

import io.slipway.chassis.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with a body about a secret. No message repeats what was sent: it could be the
 * secret.
 */
final class SecretRules {
  private static final Pattern NAME = Pattern.compile("^[A-Za-z0-9-_]*$");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 200;

  private SecretRules() {}

  /** Of one that makes a secret. */
  static List<Fault> ofNew(JsonNode body) {
    var faults = closed(body, Set.of("secretName", "secretValue", "description"));
    if (!body.isObject()) {
      return faults;
    }
    for (var member : List.of("secretName", "secretValue")) {
      if (!body.has(member)) {
        faults.add(new Fault("", "must have required property '" + member + "'"));
      }
    }
    name(body, faults);
    value(body, faults);
    description(body, faults);
    return faults;
  }

  /** Of one that changes a secret. */
  static List<Fault> ofChange(JsonNode body) {
    var faults = closed(body, Set.of("secretValue", "description"));
    if (body.isObject()) {
      value(body, faults);
      description(body, faults);
    }
    return faults;
  }

  private static List<Fault> closed(JsonNode body, Set<String> known) {
    var faults = new ArrayList<Fault>();
    if (!body.isObject()) {
      faults.add(new Fault("", "must be object"));
      return faults;
    }
    if (!known.containsAll(body.propertyNames())) {
      faults.add(
          new Fault(
              "",
              "must NOT have additional properties besides "
                  + String.join(", ", known.stream().sorted().toList())));
    }
    return faults;
  }

  private static void name(JsonNode body, List<Fault> faults) {
    var name = body.get("secretName");
    if (name == null) {
      return;
    }
    if (!name.isString()) {
      faults.add(new Fault("/secretName", "must be string"));
    } else if (name.stringValue().isEmpty() || name.stringValue().length() > LONGEST_NAME) {
      faults.add(new Fault("/secretName", "must have 1 to 100 characters"));
    } else if (!NAME.matcher(name.stringValue()).matches()) {
      faults.add(new Fault("/secretName", "must match pattern \"" + NAME.pattern() + "\""));
    }
  }

  private static void value(JsonNode body, List<Fault> faults) {
    var value = body.get("secretValue");
    if (value != null && !value.isString()) {
      faults.add(new Fault("/secretValue", "must be string"));
    }
  }

  private static void description(JsonNode body, List<Fault> faults) {
    var description = body.get("description");
    if (description == null || description.isNull()) {
      return;
    }
    if (!description.isString()) {
      faults.add(new Fault("/description", "must be string"));
    } else if (description.stringValue().length() > LONGEST_DESCRIPTION) {
      faults.add(new Fault("/description", "must NOT have more than 200 characters"));
    } else if (description.stringValue().indexOf('\0') >= 0) {
      faults.add(new Fault("/description", "must NOT have the character U+0000"));
    }
  }
}
