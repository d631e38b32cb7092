package io.github.kustomerconnector.architecture.faulty.operation.conversation;

/** Known by another resource. */
public record Known(String name) {}
