package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Request;
import java.time.Duration;

/** What is counted of calls, for whoever watches the connector runtime. Counting throws nothing. */
interface Meters {

    /** Counts nothing. */
    Meters NONE = new Meters() {
        @Override
        public void attempted(Request request, Reply reply, Duration took) {
            // Nobody watches.
        }

        @Override
        public void uploaded(Reply reply, Duration took) {
            // Nobody watches.
        }

        @Override
        public void avoidedDuplicate(Request create) {
            // Nobody watches.
        }

        @Override
        public void waits(Request request, Duration wait) {
            // Nobody watches.
        }
    };

    /** Micrometer's where it is on the class path and can be loaded; it is no dependency of this product. */
    static Meters ofClassPath() {
        try {
            return MicrometerMeters.global();
        } catch (LinkageError e) {
            return NONE;
        }
    }

    /** A request was sent, or could not be. */
    void attempted(Request request, Reply reply, Duration took);

    /** A file was sent to where Kustomer says, or could not be. */
    void uploaded(Reply reply, Duration took);

    /** The record that a create would have made was there already. */
    void avoidedDuplicate(Request create);

    /** A job goes back to the engine, since the requests that Kustomer allows are used up. */
    void waits(Request request, Duration wait);
}
