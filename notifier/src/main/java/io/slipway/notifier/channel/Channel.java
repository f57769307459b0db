package io.slipway.notifier.channel;

/** A way by which something is told, with what it carries. */
public sealed interface Channel {

  /** To whom or where; never shown in a log, since an address may hold a secret. */
  String recipient();

  /** Its name in columns and metrics. */
  Kind kind();

  /** The kinds of channel. */
  enum Kind {
    EMAIL("email"),
    WEBHOOK("webhook");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** A letter to a person. */
  record Email(String address, Letter letter) implements Channel {
    @Override
    public String recipient() {
      return address;
    }

    @Override
    public Kind kind() {
      return Kind.EMAIL;
    }
  }

  /**
   * A POST to a system.
   *
   * @param body exactly as it is sent and signed at every attempt
   */
  record Webhook(String url, String body) implements Channel {
    @Override
    public String recipient() {
      return url;
    }

    @Override
    public Kind kind() {
      return Kind.WEBHOOK;
    }
  }
}
