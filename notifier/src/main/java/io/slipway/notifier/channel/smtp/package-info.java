/**
 * E-mail: by SMTP, or as files where no mail server is configured.
 *
 * <p>Start at {@link io.slipway.notifier.channel.smtp.MailWiring}.
 */
@NullMarked
package io.slipway.notifier.channel.smtp;

import org.jspecify.annotations.NullMarked;
