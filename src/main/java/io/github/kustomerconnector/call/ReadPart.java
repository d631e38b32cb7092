package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Json;
import java.util.function.Function;

/**
 * One part of a {@link ReadParts}.
 *
 * @param name the part, as the result names it
 * @param value what the call keeps of the records; the rest is dropped, because many parts may be large
 * @param required whether a missing role for this part fails the call; otherwise the result names the part
 * @param assumption what an error adds if the request rests on an assumption; empty if it does not
 */
public record ReadPart(
        String name, Query<?> query, Function<CallResult.Query, Json> value, boolean required, String assumption) {}
