package io.github.kustomerconnector.architecture.faulty.client;

import java.util.concurrent.atomic.AtomicInteger;

/** Has a final static field whose contents change. */
final class KeepsSharedState {

    static final AtomicInteger COUNT = new AtomicInteger();

    private KeepsSharedState() {}
}
