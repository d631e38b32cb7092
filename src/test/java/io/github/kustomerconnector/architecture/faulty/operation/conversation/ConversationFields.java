package io.github.kustomerconnector.architecture.faulty.operation.conversation;

/** A class of one resource that another resource depends on. */
public record ConversationFields(String name) {}
