package io.github.kustomerconnector.architecture.faulty.client;

/** Has a static field that changes. */
final class KeepsState {

    static int count;

    private KeepsState() {}
}
