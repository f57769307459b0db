package io.slipway.notifier.notification.postgres;

import io.slipway.chassis.inbox.Inbox;
import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.delivery.Deliveries;
import io.slipway.notifier.delivery.Delivery;
import io.slipway.notifier.delivery.DeliveryWorker;
import io.slipway.notifier.notification.News;
import io.slipway.notifier.notification.Notifications;
import io.slipway.notifier.notification.Watch;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Keeps in one transaction what an event gives rise to, and wakes the workers after it. */
@Component
class PostgresNotifications implements Notifications {
  private final WatchRows watches;
  private final Deliveries deliveries;
  private final Inbox inbox;
  private final TransactionalOperator transaction;
  private final List<DeliveryWorker> workers;

  PostgresNotifications(
      WatchRows watches,
      Deliveries deliveries,
      Inbox inbox,
      TransactionalOperator transaction,
      List<DeliveryWorker> workers) {
    this.watches = watches;
    this.deliveries = deliveries;
    this.inbox = inbox;
    this.transaction = transaction;
    this.workers = workers;
  }

  @Override
  public Mono<Void> tell(String cause, List<Delivery> told) {
    return once(cause, deliveries.keep(told));
  }

  @Override
  public Mono<Void> watch(String cause, Watch watch) {
    return once(cause, watches.insert(watch));
  }

  @Override
  public Mono<Boolean> watched(String organization, String runId) {
    return watches.exists(organization, runId);
  }

  @Override
  public Mono<Void> news(
      String cause, String organization, String runId, Function<Watch, News> news) {
    var work =
        watches.lock(organization, runId).flatMap(watch -> keep(cause, watch, news.apply(watch)));
    return once(cause, work);
  }

  private Mono<Void> keep(String cause, Watch watch, News news) {
    var end = news.last() ? watches.delete(watch) : Mono.<Void>empty();
    var letter = news.letter();
    if (letter == null) {
      return end;
    }
    var email = new Channel.Email(watch.person().email(), letter);
    var delivery = Delivery.because(cause, watch.organization(), watch.runId(), email);
    return deliveries.keep(List.of(delivery)).then(end);
  }

  private Mono<Void> once(String cause, Mono<Void> work) {
    return inbox
        .firstSight(cause)
        .flatMap(first -> first ? work : Mono.empty())
        .as(transaction::transactional)
        .doOnSuccess(_ -> workers.forEach(DeliveryWorker::wake));
  }
}
