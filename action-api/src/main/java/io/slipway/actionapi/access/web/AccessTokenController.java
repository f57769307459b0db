package io.slipway.actionapi.access.web;

import io.slipway.actionapi.access.GrantToken;
import io.slipway.actionapi.access.Granted;
import io.slipway.actionapi.access.SignIn;
import io.slipway.chassis.json.Json;
import io.slipway.chassis.problem.Fault;
import io.slipway.chassis.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tokens, for programs by client id and secret, for people by address and password. */
@RestController
class AccessTokenController {
  private final GrantToken grantToken;
  private final SignIn signIn;

  AccessTokenController(GrantToken grantToken, SignIn signIn) {
    this.grantToken = grantToken;
    this.signIn = signIn;
  }

  @PostMapping("/v1/auth/access_token")
  Mono<JsonNode> accessToken(@RequestBody JsonNode body) {
    closed(body, List.of("clientId", "clientSecret"), List.of());
    return grantToken
        .handle(text(body, "clientId"), text(body, "clientSecret"))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Refusal.of(
                        401,
                        "invalid_credentials",
                        "Invalid credentials supplied to the generate token API")))
        .map(granted -> answer(granted));
  }

  @PostMapping("/api/sign-in")
  Mono<JsonNode> signIn(@RequestBody JsonNode body) {
    closed(body, List.of("email", "password"), List.of("orgId"));
    return signIn
        .handle(text(body, "email"), text(body, "password"), Json.string(body, "orgId"))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Refusal.of(
                        401, "invalid_credentials", "The e-mail address or the password is wrong")))
        .map(granted -> answer(granted).put("orgId", granted.organization()));
  }

  private static ObjectNode answer(Granted granted) {
    return Json.object()
        .put("ok", true)
        .put("accessToken", granted.token())
        .put("expiresIn", granted.expiresIn())
        .put("tokenType", "Bearer");
  }

  private static String text(JsonNode body, String member) {
    return body.path(member).asString("");
  }

  private static void closed(JsonNode body, List<String> required, List<String> optional) {
    if (!body.isObject()) {
      throw Refusal.invalid("", "must be object");
    }
    var faults = new ArrayList<Fault>();
    for (var member : required) {
      if (!body.has(member)) {
        faults.add(new Fault("", "must have required property '" + member + "'"));
      }
    }
    for (var member : body.propertyNames()) {
      if (!required.contains(member) && !optional.contains(member)) {
        faults.add(new Fault("/" + member, "must NOT have additional properties"));
      } else if (!body.path(member).isString()) {
        faults.add(new Fault("/" + member, "must be string"));
      }
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }
}
