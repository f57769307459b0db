package io.slipway.e2e.house;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server that can go away and come back, with everything it ever took. */
public final class MailServer {
  private final ServerSetup setup;
  private final List<MimeMessage> earlier = new ArrayList<>();
  private GreenMail server;

  MailServer(int port) {
    setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    server = started();
  }

  private GreenMail started() {
    var fresh = new GreenMail(setup);
    fresh.start();
    return fresh;
  }

  int port() {
    return setup.getPort();
  }

  /** Closes the port. */
  public synchronized void goAway() {
    earlier.addAll(Arrays.asList(server.getReceivedMessages()));
    server.stop();
  }

  /** Opens the port again; to be called after {@link #goAway()} only. */
  public synchronized void comeBack() {
    server = started();
  }

  /** Everything that was ever taken. */
  public synchronized List<MimeMessage> received() {
    var all = new ArrayList<>(earlier);
    all.addAll(Arrays.asList(server.getReceivedMessages()));
    return all;
  }
}
