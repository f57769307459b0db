package io.slipway.notifier.notification;

import io.slipway.notifier.channel.Channel;
import io.slipway.notifier.channel.Letter;
import io.slipway.notifier.delivery.Delivery;
import io.slipway.notifier.organization.Organizations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Turns what happened into deliveries. Repeated with the same cause, it changes nothing. */
public final class Notify {
  private final Notifications notifications;
  private final Admins admins;
  private final Organizations organizations;

  public Notify(Notifications notifications, Admins admins, Organizations organizations) {
    this.notifications = notifications;
    this.admins = admins;
    this.organizations = organizations;
  }

  /**
   * Approval is asked for: the action's webhook is told where it has one, and everyone who may
   * approve where it has none. Where nobody may, the Admins are told in any case.
   */
  public Mono<Void> asked(String cause, AskedApproval asked) {
    var organization = asked.about().organization();
    var found =
        asked.people().isEmpty() ? admins.of(organization) : Mono.just(List.<Addressee>of());
    return organizations
        .publicUrl(organization)
        .zipWith(found, (console, told) -> deliveries(cause, asked, console, told))
        .flatMap(deliveries -> notifications.tell(cause, deliveries));
  }

  private static List<Delivery> deliveries(
      String cause, AskedApproval asked, String console, List<Addressee> admins) {
    List<Channel> channels = new ArrayList<>();
    var url = asked.webhookUrl();
    if (url != null) {
      channels.add(new Channel.Webhook(url, WebhookTemplate.body(asked, console)));
    } else {
      channels.addAll(letters(asked.people(), MessageTemplate.asked(asked, console)));
    }
    channels.addAll(letters(admins, MessageTemplate.nobodyMayApprove(asked, console)));
    var about = asked.about();
    return channels.stream()
        .map(channel -> Delivery.because(cause, about.organization(), about.runId(), channel))
        .toList();
  }

  private static List<Channel> letters(Collection<Addressee> people, Letter letter) {
    return people.stream()
        .<Channel>map(person -> new Channel.Email(person.email(), letter))
        .toList();
  }

  /** A person's run begins to wait for approval, so they will be told what comes of it. */
  public Mono<Void> watch(String cause, Watch watch) {
    return notifications.watch(cause, watch);
  }

  /**
   * A run moved, so whoever waits for news of it is told. Most runs are watched by nobody; the
   * watch of one that is was set by an earlier record of the same key.
   */
  public Mono<Void> moved(String cause, RunMove move) {
    return notifications
        .watched(move.organization(), move.runId())
        .filter(watched -> watched)
        .flatMap(_ -> organizations.publicUrl(move.organization()))
        .flatMap(
            console ->
                notifications.news(
                    cause,
                    move.organization(),
                    move.runId(),
                    watch -> News.of(watch, move, console)));
  }
}
