package io.github.kustomerconnector.architecture.faulty.client;

/** Prints in place of logging. */
final class Prints {

    void print() {
        System.out.println("planted");
    }
}
