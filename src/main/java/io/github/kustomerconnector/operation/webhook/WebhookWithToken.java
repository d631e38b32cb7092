package io.github.kustomerconnector.operation.webhook;

/** A registered webhook whose signing token is to be written to a document. It is no result for the process. */
public record WebhookWithToken(RegisteredWebhook webhook, SigningToken token) {}
