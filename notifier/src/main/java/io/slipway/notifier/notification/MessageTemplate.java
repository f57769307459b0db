package io.slipway.notifier.notification;

import io.slipway.notifier.channel.Letter;
import java.util.ArrayList;
import java.util.List;

/** The words of every letter. */
public final class MessageTemplate {
  private static final String FAREWELL = "Slipway wrote this because ";

  private MessageTemplate() {}

  /** Where the console shows a run. */
  static String runUrl(String console, String runId) {
    return console + "/organization/run?runId=" + runId;
  }

  /** To each person who may approve. */
  public static Letter asked(AskedApproval asked, String console) {
    var about = asked.about();
    var reminded = asked.reminder() > 0;
    return new Page(
            (reminded ? "[Approval, reminder] " : "[Approval] ") + what(asked),
            "Your approval is needed",
            asked.requester().title()
                + " asks to run “"
                + about.actionTitle()
                + "”"
                + onEntity(about)
                + ". It waits until it is approved or declined.",
            rows(asked),
            new Page.Link("Approve or decline", runUrl(console, about.runId())),
            FAREWELL + "you are among those who may approve this action.")
        .letter();
  }

  /** To each Admin, when nobody may approve. */
  public static Letter nobodyMayApprove(AskedApproval asked, String console) {
    var about = asked.about();
    return new Page(
            "[Approval] Nobody may approve: " + what(asked),
            "A run waits, and nobody may approve it",
            asked.requester().title()
                + " asks to run “"
                + about.actionTitle()
                + "”"
                + onEntity(about)
                + ". The action's permissions name nobody who could approve it:"
                + " change them, or add people to the teams and roles that they name.",
            rows(asked),
            new Page.Link("Open the run", runUrl(console, about.runId())),
            FAREWELL + "you are an Admin of this organization.")
        .letter();
  }

  /** To the requester. */
  static Letter approved(Watch watch, RunMove move, String console) {
    return news(
        watch,
        move,
        console,
        "[Approved] ",
        "Your request was approved",
        move.by().title() + " approved “" + watch.actionTitle() + "”. It is running now.");
  }

  /** To the requester. */
  static Letter declined(Watch watch, RunMove move, String console) {
    return news(
        watch,
        move,
        console,
        "[Declined] ",
        "Your request was declined",
        move.by().title() + " declined “" + watch.actionTitle() + "”. Nothing was run.");
  }

  /** To the requester. */
  static Letter finished(Watch watch, RunMove move, String console) {
    var succeeded = move.to() == RunMove.Status.SUCCESS;
    var before = move.wasWaiting() ? " before it was approved." : ".";
    return news(
        watch,
        move,
        console,
        succeeded ? "[Succeeded] " : "[Failed] ",
        succeeded ? "Your run has succeeded" : "Your run has failed",
        "“" + watch.actionTitle() + "”" + (succeeded ? " has succeeded" : " has failed") + before);
  }

  private static Letter news(
      Watch watch, RunMove move, String console, String tag, String heading, String sentence) {
    var about = move.about(watch);
    List<Page.Row> rows = new ArrayList<>();
    addEntity(rows, about);
    var reason = move.reason();
    if (reason != null) {
      rows.add(new Page.Row("Reason", reason));
    }
    var label = about.run().path("statusLabel").asString("");
    if (!label.isBlank()) {
      rows.add(new Page.Row("Status", label));
    }
    return new Page(
            tag + watch.actionTitle() + entity(about),
            heading,
            sentence,
            rows,
            new Page.Link("Open the run", runUrl(console, about.runId())),
            FAREWELL + "you asked for this run.")
        .letter();
  }

  private static List<Page.Row> rows(AskedApproval asked) {
    List<Page.Row> rows = new ArrayList<>();
    rows.add(new Page.Row("Requested by", asked.requester().title()));
    addEntity(rows, asked.about());
    for (var input : ShownInputs.of(asked.inputs())) {
      rows.add(new Page.Row(input.getKey(), input.getValue()));
    }
    return rows;
  }

  private static void addEntity(List<Page.Row> rows, AboutRun about) {
    var entity = about.entityTitle();
    if (entity != null) {
      rows.add(new Page.Row("Entity", entity));
    }
  }

  private static String what(AskedApproval asked) {
    var about = asked.about();
    return about.actionTitle() + entity(about) + " · " + asked.requester().title();
  }

  private static String entity(AboutRun about) {
    var entity = about.entityTitle();
    return entity == null ? "" : " · " + entity;
  }

  private static String onEntity(AboutRun about) {
    var entity = about.entityTitle();
    return entity == null ? "" : " on “" + entity + "”";
  }
}
