package io.slipway.notifier;

import static io.slipway.notifier.NotifierUnderTest.HOUSE;
import static io.slipway.notifier.NotifierUnderTest.PATIENCE;
import static io.slipway.notifier.NotifierUnderTest.anAddress;
import static io.slipway.notifier.NotifierUnderTest.deliveries;
import static io.slipway.notifier.NotifierUnderTest.lettersTo;
import static io.slipway.notifier.NotifierUnderTest.newRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Letter;
import io.slipway.notifier.delivery.Claim;
import io.slipway.notifier.delivery.Deliveries;
import io.slipway.notifier.delivery.Delivery;
import io.slipway.notifier.delivery.Transport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Letters whose sender died between sending them and saying so. */
@ExtendWith(NotifierUnderTest.class)
class DeadSenderIT {
  private String organization;
  private String run;
  private String ann;

  @BeforeEach
  void aRun() {
    organization = HOUSE.organization();
    run = newRun();
    ann = anAddress();
  }

  @Test
  void aLetterWhoseSenderDiedIsSentOnceMoreAsTheSameMessage() throws Exception {
    var claim = claimedAndSentByWhoDied();
    assertThat(lettersTo(ann)).hasSize(1);

    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 1);

    assertThat(lettersTo(ann)).hasSize(2);
    assertThat(lettersTo(ann).get(1).getMessageID())
        .isEqualTo(lettersTo(ann).get(0).getMessageID())
        .isEqualTo("<" + claim.delivery().id() + "@slipway>");
  }

  @Test
  void whatTheDeadStillReportDoesNotCount() {
    var claim = claimedAndSentByWhoDied();
    await().atMost(PATIENCE).until(() -> deliveries(run, "DELIVERED") == 1);

    NotifierUnderTest.bean(Deliveries.class).givenUp(claim, "late").block();

    assertThat(deliveries(run, "DELIVERED")).isEqualTo(1);
  }

  /** A claim, sent and never settled, whose lease ends soon; kept and claimed at one stroke. */
  private Claim claimedAndSentByWhoDied() {
    var deliveries = NotifierUnderTest.bean(Deliveries.class);
    var delivery =
        Delivery.because(
            "event-" + run, organization, run, new Channel.Email(ann, new Letter("s", "t", "h")));
    var claim =
        deliveries
            .keep(List.of(delivery))
            .thenMany(deliveries.claim(Channel.Kind.EMAIL, 100, Duration.ofSeconds(2)))
            .filter(one -> one.delivery().id().equals(delivery.id()))
            .next()
            .as(NotifierUnderTest.bean(TransactionalOperator.class)::transactional)
            .block();
    assertThat(claim).isNotNull();
    NotifierUnderTest.bean(Transport.class).send(claim).block();
    return claim;
  }
}
