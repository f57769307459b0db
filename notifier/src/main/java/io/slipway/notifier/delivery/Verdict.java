package io.slipway.notifier.delivery;

import io.slipway.chassis.retry.RetryPolicy;
import io.slipway.notifier.channel.Answer;
import java.time.Duration;
import java.time.Instant;

/** What follows from an attempt. */
public sealed interface Verdict {

  /** It is done. */
  record Delivered() implements Verdict {}

  /** Try again after this pause. */
  record TryAgain(Duration pause, String why) implements Verdict {}

  /** It cannot be done. */
  record GiveUp(String why) implements Verdict {}

  /**
   * Judges an answer.
   *
   * @param now the time of the answer, by the same clock as the claim
   * @param jitter from 0 (inclusive) to 1 (exclusive)
   */
  static Verdict of(Claim claim, Answer answer, RetryPolicy retry, Instant now, double jitter) {
    return switch (answer) {
      case Answer.Accepted _ -> new Delivered();
      case Answer.Refused refused -> new GiveUp(refused.why());
      case Answer.Failed failed ->
          switch (retry.after(claim.attempt(), claim.createdAt(), now, jitter)) {
            case RetryPolicy.Verdict.TryAgain again ->
                new TryAgain(pause(failed, Duration.between(now, again.at())), failed.why());
            case RetryPolicy.Verdict.GiveUp _ ->
                new GiveUp("no success in " + claim.attempt() + " attempts; " + failed.why());
          };
    };
  }

  private static Duration pause(Answer.Failed failed, Duration planned) {
    var asked = failed.notBefore();
    return asked != null && asked.compareTo(planned) > 0 ? asked : planned;
  }
}
