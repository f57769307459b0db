package io.slipway.notifier.notification;

import static io.slipway.notifier.notification.NotificationFixture.ANN;
import static io.slipway.notifier.notification.NotificationFixture.BOB;
import static io.slipway.notifier.notification.NotificationFixture.CONSOLE;
import static io.slipway.notifier.notification.NotificationFixture.WATCH;
import static io.slipway.notifier.notification.NotificationFixture.move;
import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.notifier.notification.RunMove.Status;
import org.junit.jupiter.api.Test;

class NewsTest {

  @Test
  void anApprovalIsNewsAndMoreWillFollow() {
    var news = News.of(WATCH, move(true, Status.IN_PROGRESS, BOB), CONSOLE);

    assertThat(news.last()).isFalse();
    assertThat(news.letter().subject()).isEqualTo("[Approved] Create database · payments");
    assertThat(news.letter().text()).contains("bob@x approved “Create database”.");
  }

  @Test
  void aDeclineTellsWhoAndWhy() {
    var news = News.of(WATCH, move(true, Status.DECLINED, BOB), CONSOLE);

    assertThat(news.last()).isTrue();
    assertThat(news.letter().text()).contains("bob@x declined").contains("Reason: budget is spent");
  }

  @Test
  void theEndIsTheLastNews() {
    var succeeded = News.of(WATCH, move(false, Status.SUCCESS, BOB), CONSOLE);
    var failed = News.of(WATCH, move(false, Status.FAILURE, BOB), CONSOLE);

    assertThat(succeeded.last()).isTrue();
    assertThat(succeeded.letter().subject()).startsWith("[Succeeded] ");
    assertThat(failed.letter().subject()).startsWith("[Failed] ");
  }

  @Test
  void whoWithdrewTheirRequestKnows() {
    var withdrawn = News.of(WATCH, move(true, Status.FAILURE, ANN), CONSOLE);
    var timedOut = News.of(WATCH, move(true, Status.FAILURE, BOB), CONSOLE);

    assertThat(withdrawn).isEqualTo(new News(null, true));
    assertThat(timedOut.letter().text()).contains("has failed before it was approved");
  }
}
