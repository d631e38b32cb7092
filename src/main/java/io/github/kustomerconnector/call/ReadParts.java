package io.github.kustomerconnector.call;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Reads several things that do not depend on each other, one after the other.
 *
 * @param parts what is read first; at least one
 * @param further what is read then; it may depend on the values of the first parts
 */
public record ReadParts(
        Identity task, List<ReadPart> parts, Function<CallResult.Parts, List<ReadPart>> further, Duration timeout)
        implements Call<CallResult.Parts> {
    public ReadParts {
        parts = List.copyOf(parts);
    }

    /** A call whose parts are all known at the beginning. */
    public ReadParts(Identity task, List<ReadPart> parts, Duration timeout) {
        this(task, parts, first -> List.of(), timeout);
    }

    @Override
    public Request request() {
        return parts.getFirst().query().request();
    }
}
