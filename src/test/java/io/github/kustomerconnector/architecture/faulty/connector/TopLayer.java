package io.github.kustomerconnector.architecture.faulty.connector;

/** What nobody below may know. */
public final class TopLayer {}
