package io.github.kustomerconnector.architecture.faulty.client;

/** Talks past the log. */
final class Prints {

    void print() {
        System.out.println("planted");
    }
}
