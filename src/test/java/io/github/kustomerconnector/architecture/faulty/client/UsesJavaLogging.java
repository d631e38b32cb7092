package io.github.kustomerconnector.architecture.faulty.client;

import java.util.logging.Logger;

/** Logs with {@code java.util.logging}. */
final class UsesJavaLogging {

    private static final Logger LOG = Logger.getLogger("planted");

    void log() {
        LOG.info("planted");
    }
}
