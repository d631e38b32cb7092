package io.github.kustomerconnector.architecture.faulty.client;

import java.util.logging.Logger;

/** A second way to log. */
final class LogsElsewhere {

    private static final Logger LOG = Logger.getLogger("planted");

    void log() {
        LOG.info("planted");
    }
}
