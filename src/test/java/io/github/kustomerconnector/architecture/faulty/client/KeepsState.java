package io.github.kustomerconnector.architecture.faulty.client;

/** State that all threads and tests share. */
final class KeepsState {

    static int count;

    private KeepsState() {}
}
