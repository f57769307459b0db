package io.slipway.notifier.notification;

import io.slipway.notifier.channel.Letter;
import org.jspecify.annotations.Nullable;

/**
 * What a requester is told about a move of their run.
 *
 * @param letter null when there is nothing that they do not know
 * @param last true when the run has ended, and nothing more will follow
 */
public record News(@Nullable Letter letter, boolean last) {

  /** The news in a move. */
  public static News of(Watch watch, RunMove move, String console) {
    return switch (move.to()) {
      case IN_PROGRESS ->
          new News(
              move.wasWaiting() ? MessageTemplate.approved(watch, move, console) : null, false);
      case DECLINED -> new News(MessageTemplate.declined(watch, move, console), true);
      case SUCCESS -> new News(MessageTemplate.finished(watch, move, console), true);
      case FAILURE ->
          new News(
              withdrawn(watch, move) ? null : MessageTemplate.finished(watch, move, console), true);
    };
  }

  private static boolean withdrawn(Watch watch, RunMove move) {
    return move.wasWaiting() && move.by().id().equals(watch.requesterId());
  }
}
