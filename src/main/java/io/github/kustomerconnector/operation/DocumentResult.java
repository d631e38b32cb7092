package io.github.kustomerconnector.operation;

/**
 * A result with references to documents that the connector stored. It contains no other object that looks like such a
 * reference.
 */
public interface DocumentResult {}
