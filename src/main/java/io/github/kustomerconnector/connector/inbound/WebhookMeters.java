package io.github.kustomerconnector.connector.inbound;

import java.time.Duration;

/** The metrics of webhook requests, for the monitoring of a connector runtime. An implementation must not throw. */
interface WebhookMeters {

    /** Records nothing. */
    WebhookMeters NONE = (answer, took) -> {
        // No metrics library.
    };

    /**
     * Micrometer's meters if it can be loaded from the class path, because it is no dependency of the connector; else
     * none.
     */
    static WebhookMeters ofClassPath() {
        try {
            return WebhookMicrometerMeters.global();
        } catch (LinkageError e) {
            return NONE;
        }
    }

    /** Records a request and its answer. */
    void record(Answer answer, Duration took);
}
