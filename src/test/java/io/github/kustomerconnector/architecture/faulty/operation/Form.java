package io.github.kustomerconnector.architecture.faulty.operation;

/** An operation that a field must not depend on. */
public final class Form {}
