package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Resource;
import java.util.function.Predicate;

/**
 * The way to the record of a {@link Call.Transition}.
 *
 * @param description the record, as messages name it
 * @param list the GET of the records of which at most one takes changes
 * @param open whether a record takes changes
 * @param endedCounts whether the newest of the other records has the state, if none takes changes
 */
public record TransitionTarget(String description, Request list, Predicate<Resource> open, boolean endedCounts) {}
