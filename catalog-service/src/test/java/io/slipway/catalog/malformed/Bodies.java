package io.slipway.catalog.malformed;

import io.slipway.catalog.malformed.Shape.Items;
import io.slipway.catalog.malformed.Shape.Members;
import io.slipway.catalog.malformed.Shape.Scalar;

/** The bodies that routes take. */
final class Bodies {
  private static final String LONG = "\"" + "x".repeat(101) + "\"";
  static final Shape TEXT = text();
  private static final Shape FLAG =
      new Scalar(random -> "" + random.nextBoolean(), "\"true\"", "1");
  private static final Shape TITLE = new Scalar(random -> "\"A title\"", "1", LONG, "{}");
  private static final Shape ANY_TITLE = new Scalar(random -> "\"A title\"", "1", "{}", "[]");
  private static final Shape COUNT = new Scalar(random -> "3", "\"3\"", "-1", "1.5");
  private static final Shape NUMBER = new Scalar(random -> "-1.5", "\"3\"", "[]");
  private static final Shape URL = new Scalar(random -> "\"https://a.test\"", "1", "\"no url\"");

  private Bodies() {}

  private static Shape text() {
    return new Scalar(random -> "\"word" + random.nextInt(99) + "\"", "1", "true", "{}");
  }

  private static Shape oneOf(String... words) {
    return new Scalar(
        random -> "\"" + words[random.nextInt(words.length)] + "\"", "1", "\"zzz\"", "null");
  }

  private static Shape identifier() {
    return new Scalar(
        random -> "\"b" + Integer.toString(random.nextInt(1 << 30), 36) + "\"",
        "\"a b\"",
        "\"..\"",
        "\"!@#\"",
        LONG,
        "7");
  }

  static Members blueprint() {
    return Members.open()
        .must("identifier", identifier())
        .must("title", new Scalar(random -> "\"T\"", "1", LONG, "\"\""))
        .may("description", new Scalar(random -> "\"\"", "1", "\"" + "d".repeat(201) + "\""))
        .may("icon", new Scalar(random -> "\"Icon\"", "1", "[]"))
        .may("includeInGlobalSearch", FLAG)
        .may(
            "changelogDestination",
            Members.only().must("type", oneOf("WEBHOOK")).must("url", URL).may("agent", FLAG))
        .may("ownership", Members.only().must("type", oneOf("Direct")).may("title", ANY_TITLE))
        .must(
            "schema",
            Members.only()
                .must("properties", properties())
                .may(
                    "required",
                    new Items(new Scalar(random -> "\"text\"", "\"ghost\"", "1"), "{}")))
        .may(
            "relations",
            Members.open()
                .may(
                    "rel",
                    Members.only()
                        .must("target", new Scalar(random -> "\"target\"", "1", "[]"))
                        .may("title", TITLE)
                        .may("required", FLAG)
                        .may("description", ANY_TITLE)))
        .may(
            "mirrorProperties",
            Members.open()
                .may(
                    "mir",
                    Members.only()
                        .must(
                            "path", new Scalar(random -> "\"rel.$title\"", "1", "\"x\"", "\"a.\""))
                        .may("title", TITLE)))
        .may(
            "calculationProperties",
            Members.open()
                .may(
                    "calc",
                    Members.only()
                        .must("calculation", new Scalar(random -> "\".identifier\"", "1", "{}"))
                        .must("type", oneOf("string", "number", "boolean", "array", "object"))
                        .may("title", TITLE)
                        .may("colorized", FLAG)))
        .may("aggregationProperties", Members.open().may("agg", aggregation()));
  }

  private static Members aggregation() {
    return Members.only()
        .must("title", TITLE)
        .must("target", new Scalar(random -> "\"target\"", "1", "{}"))
        .may("type", oneOf("number"))
        .must(
            "calculationSpec",
            Members.only()
                .must("calculationBy", oneOf("entities"))
                .must("func", oneOf("count", "average"))
                .may("averageOf", oneOf("hour", "day", "week", "month", "total"))
                .may("measureTimeBy", new Scalar(random -> "\"$createdAt\"", "1")))
        .may(
            "query",
            Members.open()
                .must("combinator", oneOf("and", "or"))
                .must("rules", new Scalar(random -> "[]", "{}", "1")))
        .may(
            "pathFilter",
            new Items(
                Members.only()
                    .must("path", new Items(new Scalar(random -> "\"rel\"", "1"), "[]", "{}"))
                    .may("fromBlueprint", new Scalar(random -> "\"target\"", "1")),
                "{}"));
  }

  private static Members properties() {
    return Members.open()
        .must(
            "text",
            Members.open()
                .must("type", oneOf("string"))
                .may("title", TITLE)
                .may("description", ANY_TITLE)
                .may("icon", ANY_TITLE)
                .may("pattern", new Scalar(random -> "\"^a.*\"", "\"(\"", "1"))
                .may("minLength", COUNT)
                .may("maxLength", COUNT)
                .may("enumColors", Members.open().may("a", new Scalar(random -> "\"red\"", "1"))))
        .may(
            "word",
            Members.open()
                .must("type", oneOf("string", "number"))
                .may("enum", new Scalar(random -> "[\"a\",\"b\"]", "[]", "\"a\"", "[1,1]")))
        .may(
            "number",
            Members.open()
                .must("type", oneOf("number"))
                .may("minimum", NUMBER)
                .may("exclusiveMaximum", NUMBER))
        .may(
            "list",
            Members.open()
                .must("type", oneOf("array"))
                .may("minItems", COUNT)
                .may("maxItems", COUNT)
                .may("uniqueItems", FLAG)
                .may(
                    "items",
                    Members.open()
                        .may("type", oneOf("string"))
                        .may("format", oneOf("url", "email", "date-time", "ipv4"))))
        .may(
            "page",
            Members.open()
                .must("type", oneOf("string"))
                .must("format", oneOf("url"))
                .must("spec", oneOf("embedded-url"))
                .may(
                    "specAuthentication",
                    Members.only()
                        .must("clientId", TEXT)
                        .must("authorizationUrl", URL)
                        .must("tokenUrl", URL)));
  }

  /** An entity of the blueprint that {@link MalformedRequestsIT} makes. */
  static Members entity() {
    return Members.open()
        .must(
            "identifier",
            new Scalar(
                random -> "\"e" + Integer.toString(random.nextInt(1 << 30), 36) + "\"",
                "\"a b\"",
                "\"..\"",
                "7",
                "\"" + "x".repeat(1001) + "\""))
        .may("title", ANY_TITLE)
        .may("icon", ANY_TITLE)
        .may("team", new Items(new Scalar(random -> "\"red\"", "1", "{}"), "1", "true"))
        .must("properties", values())
        .may(
            "relations",
            Members.open()
                .may("one", new Scalar(random -> "\"t\"", "1", "[1]", "[\"t\",\"u\"]"))
                .may("many", new Items(new Scalar(random -> "\"t\"", "1", "null"), "1", "true")));
  }

  private static Members values() {
    return Members.open()
        .must("text", new Scalar(random -> "\"abc\"", "1", "\"ab\"", "\"abcdefghijk\"", "[]"))
        .may("word", new Scalar(random -> "\"a\"", "\"c\"", "1"))
        .may("code", new Scalar(random -> "\"a1\"", "\"b1\"", "true"))
        .may("number", new Scalar(random -> "5", "\"5\"", "0.5", "11", "{}"))
        .may("flag", FLAG)
        .may(
            "list", new Items(new Scalar(random -> "\"https://a.test\"", "\"x\"", "1"), "[]", "{}"))
        .may(
            "object",
            Members.only()
                .must("n", new Scalar(random -> "1", "\"1\"", "[]"))
                .may("s", new Scalar(random -> "\"s\"", "1")))
        .may("url", URL)
        .may("email", new Scalar(random -> "\"a@x.test\"", "\"a\"", "1"))
        .may("user", new Scalar(random -> "\"a@x.test\"", "\"a\"", "1"))
        .may(
            "at",
            new Scalar(random -> "\"2026-01-01T00:00:00Z\"", "\"tomorrow\"", "\"2026-01-01\""))
        .may("ttl", new Scalar(random -> "\"2999-01-01T00:00:00+02:00\"", "\"soon\"", "1"))
        .may("ipv4", new Scalar(random -> "\"10.0.0.1\"", "\"10.0.0.256\"", "\"x\""))
        .may("ipv6", new Scalar(random -> "\"::1\"", "\"1\"", "\"::g\""));
  }

  static Members permissions() {
    var blocks = Members.only();
    for (var operation : new String[] {"read", "register", "update", "unregister"}) {
      blocks.may(operation, block());
    }
    return Members.only()
        .must(
            "entities",
            blocks
                .may("updateProperties", Members.open().may("text", block()))
                .may("updateRelations", Members.open().may("one", block())));
  }

  private static Members block() {
    return Members.only()
        .may("users", new Items(new Scalar(random -> "\"ada@x.test\"", "1", "{}"), "{}", "\"x\""))
        .may("roles", new Items(new Scalar(random -> "\"Member\"", "1"), "\"Member\"", "1"))
        .may("teams", new Items(new Scalar(random -> "\"red\"", "[]"), "true"))
        .may("ownedByTeam", FLAG)
        .may(
            "policy",
            Members.open()
                .must("combinator", oneOf("and", "or"))
                .must("rules", new Scalar(random -> "[]", "{}", "\"x\"")));
  }

  static Members scorecard() {
    var conditions =
        new Items(
            Members.open()
                .must("property", new Scalar(random -> "\"text\"", "1"))
                .must("operator", new Scalar(random -> "\"isNotEmpty\"", "1")),
            "[]",
            "{}");
    var query =
        Members.open().must("combinator", oneOf("and", "or")).must("conditions", conditions);
    return Members.open()
        .must("identifier", identifier())
        .must("title", TEXT)
        .may("filter", query)
        .must(
            "rules",
            new Items(
                Members.open()
                    .must(
                        "identifier",
                        new Scalar(
                            random -> "\"r" + Integer.toString(random.nextInt(1 << 30), 36) + "\"",
                            "\"a b\"",
                            "1"))
                    .must("title", TEXT)
                    .may("description", ANY_TITLE)
                    .must("level", oneOf("Bronze", "Silver", "Gold"))
                    .must("query", query),
                "{}"));
  }

  static Members webhook() {
    return Members.only()
        .must(
            "identifier",
            new Scalar(
                random -> "\"w" + Integer.toString(random.nextInt(1 << 30), 36) + "\"",
                "\"a b\"",
                "1"))
        .may("title", TEXT)
        .may("description", ANY_TITLE)
        .may("enabled", FLAG)
        .may("security", Members.open())
        .may(
            "mappings",
            new Items(
                Members.only()
                    .must("blueprint", TEXT)
                    .may("operation", oneOf("create", "delete"))
                    .may("filter", ANY_TITLE)
                    .must(
                        "entity",
                        Members.open().must("identifier", new Scalar(random -> "\".id\""))),
                "{}"));
  }

  static Members integration() {
    return Members.open()
        .must(
            "installationId",
            new Scalar(
                random -> "\"i" + Integer.toString(random.nextInt(1 << 30), 36) + "\"",
                "\"A B\"",
                "1"))
        .may("title", ANY_TITLE)
        .may("version", ANY_TITLE)
        .may("installationAppType", ANY_TITLE)
        .may("changelogDestination", Members.open().may("type", oneOf("KAFKA", "WEBHOOK")));
  }

  static Members team() {
    return Members.only()
        .must(
            "name",
            new Scalar(
                random -> "\"team " + Integer.toString(random.nextInt(1 << 30), 36) + "\"",
                "\" x\"",
                "\"a#b\"",
                "1"))
        .may("description", new Scalar(random -> "\"\"", "1", "null", "{}"))
        .may(
            "users", new Items(new Scalar(random -> "\"ada@x.test\"", "1", "\"no@x.test\""), "{}"));
  }

  static Members invitation() {
    return Members.only()
        .must(
            "invitee",
            Members.only()
                .must(
                    "email",
                    new Scalar(
                        random ->
                            "\"u" + Integer.toString(random.nextInt(1 << 30), 36) + "@x.test\"",
                        "\"a#b@x.test\"",
                        "1"))
                .may("roles", new Items(new Scalar(random -> "\"Member\"", "1", "\"King\""), "{}"))
                .may("teams", new Items(new Scalar(random -> "\"red\"", "1"), "{}")));
  }

  static Members search() {
    return Members.only()
        .may(
            "query",
            Members.only()
                .must("combinator", oneOf("and", "or"))
                .must(
                    "rules",
                    new Items(
                        Members.only()
                            .must("property", new Scalar(random -> "\"text\""))
                            .must("operator", oneOf("=", "!=", "contains"))
                            .must("value", new Scalar(random -> "\"abc\"")),
                        "{}",
                        "1")))
        .may("limit", new Scalar(random -> "5", "0", "1001", "\"5\"", "1.5"))
        .may("include", new Items(new Scalar(random -> "\"text\"", "1"), "{}", "1"))
        .may("exclude", new Items(new Scalar(random -> "\"text\"", "1"), "{}"))
        .may("from", new Scalar(random -> "null", "\"x\"", "1"));
  }
}
