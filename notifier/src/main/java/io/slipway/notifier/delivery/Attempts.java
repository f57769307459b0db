package io.slipway.notifier.delivery;

import io.slipway.notifier.channel.Channel;

/** Is told what came of each attempt. */
public interface Attempts {

  void made(Channel.Kind kind, Verdict verdict);
}
