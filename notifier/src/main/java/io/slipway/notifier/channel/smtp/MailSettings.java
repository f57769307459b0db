package io.slipway.notifier.channel.smtp;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mail goes out.
 *
 * @param from the sender's address
 * @param directory where letters are written when no mail server is configured
 * @param threads how many letters may be on their way at once
 */
@ConfigurationProperties("slipway.mail")
record MailSettings(
    @DefaultValue("Slipway <slipway@localhost>") String from,
    @Nullable Path directory,
    @DefaultValue("4") int threads) {}
