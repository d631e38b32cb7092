package io.github.kustomerconnector.architecture.faulty.operation;

/** A form that a field must not know. */
public final class Form {}
