package io.github.kustomerconnector.architecture.faulty.unmarked;

/** Nobody says what may be null here. */
final class InAnUnmarkedPackage {}
