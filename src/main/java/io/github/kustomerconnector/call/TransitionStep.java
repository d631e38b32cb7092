package io.github.kustomerconnector.call;

/**
 * One change of a {@link Call.Transition}.
 *
 * @param name what is changed, as messages name it
 */
public record TransitionStep(String name, Request request) {}
