package io.slipway.notifier.notification;

import io.slipway.notifier.channel.Letter;
import java.util.List;

/**
 * What a letter says, before it is laid out as text and as HTML.
 *
 * @param rows labels and values, in order
 * @param link what a reader can do next, and where
 */
record Page(
    String subject, String heading, String sentence, List<Row> rows, Link link, String farewell) {
  private static final int LONGEST_SUBJECT = 180;

  record Row(String label, String value) {}

  record Link(String words, String url) {}

  Letter letter() {
    return new Letter(oneLine(subject), text(), html());
  }

  private static String oneLine(String subject) {
    var line = subject.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
  }

  private String text() {
    var text = new StringBuilder();
    text.append(heading).append("\n\n").append(sentence).append("\n\n");
    for (var row : rows) {
      text.append(row.label()).append(": ").append(row.value()).append('\n');
    }
    if (!rows.isEmpty()) {
      text.append('\n');
    }
    text.append(link.words()).append(":\n").append(link.url()).append("\n\n");
    return text.append("-- \n").append(farewell).append('\n').toString();
  }

  private String html() {
    var cells = new StringBuilder();
    for (var row : rows) {
      cells.append(ROW.formatted(escape(row.label()), escape(row.value())));
    }
    return HTML.formatted(
        escape(heading),
        escape(heading),
        escape(sentence),
        cells,
        escape(link.url()),
        escape(link.words()),
        escape(farewell));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static final String ROW =
      """
      <tr><td style="padding:4px 16px 4px 0;color:#667085;vertical-align:top">%s</td>\
      <td style="padding:4px 0;white-space:pre-wrap">%s</td></tr>
      """;

  private static final String HTML =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <title>%s</title>
      </head>
      <body style="margin:0;padding:24px;font-family:system-ui,sans-serif;font-size:15px;line-height:1.5">
      <table role="presentation" style="max-width:560px;margin:0 auto;border-collapse:collapse"><tr><td>
      <h1 style="font-size:20px;margin:0 0 12px">%s</h1>
      <p style="margin:0 0 16px">%s</p>
      <table style="border-collapse:collapse;margin:0 0 20px">
      %s</table>
      <p style="margin:0 0 24px"><a href="%s" style="display:inline-block;padding:10px 18px;\
      border-radius:6px;background:#1f5eff;color:#ffffff;text-decoration:none">%s</a></p>
      <p style="margin:0;color:#667085;font-size:13px">%s</p>
      </td></tr></table>
      </body>
      </html>
      """;
}
