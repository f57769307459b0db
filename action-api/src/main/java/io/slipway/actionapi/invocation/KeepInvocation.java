package io.slipway.actionapi.invocation;

import io.slipway.actionapi.invocation.InvokeAction.Reply;
import io.slipway.actionapi.invocation.InvokeAction.Request;
import io.slipway.chassis.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import reactor.core.publisher.Mono;

/** Keeps what was accepted, in one breath with the event that says so. */
public final class KeepInvocation {
  private final Invocations invocations;
  private final Announcements announcements;

  public KeepInvocation(Invocations invocations, Announcements announcements) {
    this.invocations = invocations;
    this.announcements = announcements;
  }

  Mono<Reply> handle(Request request, Invocation invocation) {
    var run = RunView.of(invocation);
    var key =
        new Invocations.Key(request.idempotencyKey(), request.caller().principal(), hash(request));
    return invocations
        .keep(invocation, key, announcements.of(invocation), run)
        .cache() // is not cancelled with the client that hangs up, half way through a statement
        .map(
            how ->
                switch (how) {
                  case Invocations.Kept.New() -> new Reply.Accepted(run);
                  case Invocations.Kept.Before(var before) -> new Reply.Repeated(before);
                  case Invocations.Kept.KeyUsed() -> new Reply.KeyUsed();
                });
  }

  private static byte[] hash(Request request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(Json.text(request.body()).getBytes(StandardCharsets.UTF_8));
      digest.update(String.valueOf(request.runAs()).getBytes(StandardCharsets.UTF_8));
      return digest.digest();
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("every JDK has SHA-256", failure);
    }
  }
}
