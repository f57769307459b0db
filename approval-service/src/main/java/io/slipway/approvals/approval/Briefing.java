package io.slipway.approvals.approval;

import org.jspecify.annotations.Nullable;

/**
 * What those who are asked are told, exactly as it was heard; secrets are masked in it.
 *
 * @param runJson the run as a reader of the API saw it when it began to wait
 * @param inputsJson the inputs as people may see them
 * @param notificationJson how the action wants people to be told; null when it does not say
 */
public record Briefing(
    String runJson,
    String inputsJson,
    String actionTitle,
    Party requester,
    @Nullable String notificationJson) {}
