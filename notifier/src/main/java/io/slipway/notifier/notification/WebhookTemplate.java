package io.slipway.notifier.notification;

import io.slipway.chassis.json.Json;
import io.slipway.chassis.json.Times;
import io.slipway.notifier.channel.StringifiedJson;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What a system is told when approval is asked for: our JSON, or a message for Slack. */
public final class WebhookTemplate {
  private static final int LONGEST_HEADER = 150;
  private static final int MOST_FIELDS = 10;
  private static final int LONGEST_FIELD = 2000;

  private WebhookTemplate() {}

  /** The exact body that is sent and signed. */
  public static String body(AskedApproval asked, String console) {
    return StringifiedJson.of(asked.forSlack() ? slack(asked, console) : json(asked, console));
  }

  private static ObjectNode json(AskedApproval asked, String console) {
    var about = asked.about();
    var run = about.run();
    var body = Json.object();
    body.put("event", "approval_requested");
    body.set("run", run);
    body.set("action", action(about));
    body.set("requester", requester(asked.requester()));
    body.set("entity", orNull(run.get("entity")));
    body.set("inputs", asked.inputs());
    body.set("approvers", Json.strings(asked.people().stream().map(Addressee::email).toList()));
    body.set("requiredApproval", orNull(run.get("requiredApproval")));
    body.put("runUrl", MessageTemplate.runUrl(console, about.runId()));
    body.put("approveUrl", console + "/v1/actions/runs/" + about.runId() + "/approval");
    body.put("requestedAt", Times.text(about.at()));
    return body;
  }

  private static ObjectNode action(AboutRun about) {
    var action = Json.object();
    action.set("identifier", orNull(about.run().path("action").get("identifier")));
    action.put("title", about.actionTitle());
    action.set("icon", orNull(about.run().path("action").get("icon")));
    return action;
  }

  private static ObjectNode requester(Requester requester) {
    return Json.object()
        .put("id", requester.id())
        .put("email", requester.email())
        .put("firstName", requester.part("firstName"))
        .put("lastName", requester.part("lastName"));
  }

  private static ObjectNode slack(AskedApproval asked, String console) {
    var about = asked.about();
    var url = MessageTemplate.runUrl(console, about.runId());
    var sentence = asked.requester().title() + " asks to run " + about.actionTitle();
    var message = Json.object();
    message.put("text", escape(sentence) + " <" + url + "|Open the run>");
    var blocks = message.putArray("blocks");
    blocks.add(header("Approval needed: " + about.actionTitle()));
    blocks.addObject().put("type", "section").set("text", markdown(escape(sentence)));
    var fields = fields(asked);
    if (!fields.isEmpty()) {
      var section = blocks.addObject().put("type", "section").putArray("fields");
      fields.forEach(section::add);
    }
    var button = blocks.addObject().put("type", "actions").putArray("elements").addObject();
    button.put("type", "button").put("url", url).put("action_id", "open_run_v1");
    button.putObject("text").put("type", "plain_text").put("text", "Open the run");
    return message;
  }

  private static ObjectNode header(String title) {
    var header = Json.object().put("type", "header");
    header.putObject("text").put("type", "plain_text").put("text", cut(title, LONGEST_HEADER));
    return header;
  }

  private static List<ObjectNode> fields(AskedApproval asked) {
    return ShownInputs.of(asked.inputs()).stream()
        .limit(MOST_FIELDS)
        .map(input -> "*" + escape(input.getKey()) + "*\n" + escape(input.getValue()))
        .map(text -> markdown(cut(text, LONGEST_FIELD)))
        .toList();
  }

  private static ObjectNode markdown(String text) {
    return Json.object().put("type", "mrkdwn").put("text", text);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  /** The three characters that mean something to Slack. */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static JsonNode orNull(@org.jspecify.annotations.Nullable JsonNode value) {
    return value == null ? NullNode.getInstance() : value;
  }
}
