package io.github.kustomerconnector.architecture.faulty.connector;

/** A class of the top layer, which lower layers must not depend on. */
public final class TopLayer {}
