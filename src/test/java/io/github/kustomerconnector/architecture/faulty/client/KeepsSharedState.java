package io.github.kustomerconnector.architecture.faulty.client;

import java.util.concurrent.atomic.AtomicInteger;

/** State that all threads and tests share, behind a final name. */
final class KeepsSharedState {

    static final AtomicInteger COUNT = new AtomicInteger();

    private KeepsSharedState() {}
}
