package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Request;
import java.time.Duration;

/** The metrics of requests, for the monitoring of a connector runtime. An implementation must not throw. */
interface Meters {

    /** Records nothing. */
    Meters NONE = new Meters() {
        @Override
        public void recordAttempt(Request request, Reply reply, Duration took) {
            // No metrics library.
        }

        @Override
        public void recordUpload(Reply reply, Duration took) {
            // No metrics library.
        }

        @Override
        public void countAvoidedDuplicate(Request create) {
            // No metrics library.
        }

        @Override
        public void recordWait(Request request, Duration wait) {
            // No metrics library.
        }
    };

    /**
     * Micrometer's meters if it can be loaded from the class path, because it is no dependency of the connector; else
     * none.
     */
    static Meters ofClassPath() {
        try {
            return MicrometerMeters.global();
        } catch (LinkageError e) {
            return NONE;
        }
    }

    /** Records a request, sent or not. */
    void recordAttempt(Request request, Reply reply, Duration took);

    /** Records the upload of a file to the file store, sent or not. */
    void recordUpload(Reply reply, Duration took);

    /** Counts a create that made no second record, because the record exists already. */
    void countAvoidedDuplicate(Request create);

    /** Records the wait of a job that returns to the engine because the rate limit is used up. */
    void recordWait(Request request, Duration wait);
}
