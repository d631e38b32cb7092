package io.github.kustomerconnector.architecture.faulty.unmarked;

/** A class in a package without {@code @NullMarked}. */
final class InAnUnmarkedPackage {}
